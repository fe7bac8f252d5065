package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Residues;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The order conditions of a tableau modulo a prime. */
final class ModularWeights {

  /** The sum of so many products of residues fits into a long. */
  private static final int PRODUCTS = 7;

  /** Operations for the residue of a fraction. */
  private static final double OF_RESIDUE = 100;

  private final Residues residues;
  private final long prime;

  /** The columns of the entries of each row that are not 0, and these. */
  private final int[][] columns;

  private final long[][] entries;
  private final long[] weights;

  /** Of each tree t of order n, by its index: Phi_i(t), sum_j a_ij Phi_j(t), n / gamma(t). */
  private final List<long[]> stages = new ArrayList<>();

  private final List<long[]> branches = new ArrayList<>();
  private final List<Long> exact = new ArrayList<>();

  private ModularWeights(RungeKutta tableau, Residues residues) {
    this.residues = residues;
    this.prime = residues.prime();
    this.columns =
        tableau.a().stream()
            .map(row -> IntStream.range(0, row.size()).filter(j -> !row.get(j).isZero()).toArray())
            .toArray(int[][]::new);
    this.entries =
        IntStream.range(0, tableau.stages())
            .mapToObj(i -> Arrays.stream(columns[i]).mapToObj(j -> tableau.a(i, j)))
            .map(row -> row.mapToLong(residues::of).toArray())
            .toArray(long[][]::new);
    this.weights =
        IntStream.range(0, tableau.stages()).mapToObj(tableau::b).mapToLong(residues::of).toArray();
  }

  /** Empty where the prime divides a denominator. */
  static Optional<ModularWeights> of(RungeKutta tableau, Residues residues) {
    ModularWeights modular = new ModularWeights(tableau, residues);
    boolean isDefined =
        LongStream.concat(
                Arrays.stream(modular.weights),
                Arrays.stream(modular.entries).flatMapToLong(Arrays::stream))
            .noneMatch(residue -> residue == Residues.NONE);
    return isDefined ? Optional.of(modular) : Optional.empty();
  }

  /** The multiplications and additions for the conditions of orders 1 to {@code order}. */
  static double operations(RungeKutta tableau, int order) {
    Forest forest = Forest.upTo(order);
    double entries = tableau.a().stream().flatMap(List::stream).filter(a -> !a.isZero()).count();
    double products = 3.0 * tableau.stages() * forest.first(order + 1);
    double residues = OF_RESIDUE * (entries + tableau.stages());
    return residues + products + (order > 2 ? entries * forest.first(order - 1) : 0);
  }

  /** The trees of an order whose conditions do not hold, counted from the first of the order. */
  BitSet failing(int order) {
    Forest forest = Forest.upTo(order);
    long[] tall = transposed();
    BitSet failing = new BitSet();
    int lastStem = -1;
    long[] weighted = weights;
    for (int t = 0; t < forest.count(order); t++) {
      int tree = forest.first(order) + t;
      long sum;
      if (order == 1) {
        sum = Arrays.stream(weights).sum() % prime;
      } else if (forest.stem(tree) == 0) {
        sum = dot(tall, stages(forest, forest.branch(tree)));
      } else {
        if (forest.stem(tree) != lastStem) {
          lastStem = forest.stem(tree);
          weighted = product(weights, stages(forest, lastStem));
        }
        sum = dot(weighted, branch(forest, forest.branch(tree)));
      }
      if (sum != exact(forest, tree, order) * residues.inverse(order) % prime) {
        failing.set(t);
      }
    }
    return failing;
  }

  /** sum_i b_i a_ij, by which the conditions of the trees with one branch are told. */
  private long[] transposed() {
    long[] sums = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int k = 0; k < columns[i].length; k++) {
        int j = columns[i][k];
        sums[j] = (sums[j] + weights[i] * entries[i][k]) % prime;
      }
    }
    return sums;
  }

  private long[] stages(Forest forest, int tree) {
    for (int t = stages.size(); t <= tree; t++) {
      stages.add(
          t == 0
              ? LongStream.generate(() -> 1).limit(weights.length).toArray()
              : product(stages.get(forest.stem(t)), branch(forest, forest.branch(t))));
    }
    return stages.get(tree);
  }

  private long[] branch(Forest forest, int tree) {
    for (int t = branches.size(); t <= tree; t++) {
      long[] phi = stages(forest, t);
      long[] sums = new long[weights.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = sum(columns[i], entries[i], phi);
      }
      branches.add(sums);
    }
    return branches.get(tree);
  }

  /** n / gamma of a tree of order n. */
  private long exact(Forest forest, int tree, int order) {
    if (tree == 0) {
      return 1;
    }
    int branch = forest.branch(tree);
    int stem = forest.stem(tree);
    int size = forest.order(branch);
    long ofBranch = known(forest, branch) * residues.inverse(size) % prime;
    return (order - size == 1 ? 1 : known(forest, stem)) * ofBranch % prime;
  }

  private long known(Forest forest, int tree) {
    for (int t = exact.size(); t <= tree; t++) {
      exact.add(exact(forest, t, forest.order(t)));
    }
    return exact.get(tree);
  }

  private long[] product(long[] left, long[] right) {
    long[] product = new long[left.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = left[i] * right[i] % prime;
    }
    return product;
  }

  private long dot(long[] left, long[] right) {
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
      if (i % PRODUCTS == PRODUCTS - 1) {
        sum %= prime;
      }
    }
    return sum % prime;
  }

  private long sum(int[] places, long[] factors, long[] vector) {
    long sum = 0;
    for (int k = 0; k < places.length; k++) {
      sum += factors[k] * vector[places[k]];
      if (k % PRODUCTS == PRODUCTS - 1) {
        sum %= prime;
      }
    }
    return sum % prime;
  }
}
