package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.model.RungeKutta;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 2-norm of the residuals of the conditions of one order, each divided by the symmetry of its
 * tree: the size of the leading term of the local error of a scheme whose order is one less
 * (Prince, Dormand, J. Comput. Appl. Math. 7, 1981, 67-75).
 *
 * <p>Computed in intervals, with bits until more digits are sure than are printed.
 */
public final class PrincipalError {

  private static final int FIRST_BITS = 256;
  private static final double ACCURACY = 1e-9;

  private final RungeKutta tableau;
  private final int bits;
  private final Interval[][] a;
  private final Interval[] b;
  private final List<Interval[]> stages = new ArrayList<>();
  private final List<Interval[]> branches = new ArrayList<>();

  private PrincipalError(RungeKutta tableau, int bits) {
    this.tableau = tableau;
    this.bits = bits;
    this.a = tableau.a().stream().map(this::enclosures).toArray(Interval[][]::new);
    this.b =
        IntStream.range(0, tableau.stages())
            .mapToObj(i -> Interval.of(tableau.b(i), bits))
            .toArray(Interval[]::new);
  }

  /**
   * The norm.
   *
   * @param order one whose conditions do not all hold
   */
  public static double of(RungeKutta scheme, int order) {
    RungeKutta used = UsedStages.of(scheme);
    int bits = FIRST_BITS;
    double[] ends = new PrincipalError(used, bits).ends(order);
    while (ends[1] - ends[0] > ACCURACY * ends[1]) {
      bits *= 2;
      ends = new PrincipalError(used, bits).ends(order);
    }
    return (ends[0] + ends[1]) / 2;
  }

  /** Numbers that the norm lies between. */
  private double[] ends(int order) {
    Forest forest = Forest.upTo(order);
    double low = 0;
    double high = 0;
    for (int t = forest.first(order); t < forest.first(order + 1); t++) {
      RootedTree tree = forest.tree(t);
      Interval right = Interval.of(new OrderCondition(tree).rightSide(), bits);
      Interval size = dot(b, stages(forest, t)).minus(right).abs();
      double symmetry = tree.symmetry().doubleValue();
      low += Math.pow(value(size.low()) / symmetry, 2);
      high += Math.pow(value(size.high()) / symmetry, 2);
    }
    return new double[] {Math.sqrt(low), Math.sqrt(high)};
  }

  private double value(BigInteger end) {
    return new Interval(end, end, bits).middle().doubleValue();
  }

  private Interval[] stages(Forest forest, int tree) {
    if (tree == 0) {
      Interval[] ones = new Interval[b.length];
      Arrays.fill(ones, Interval.of(1, bits));
      return ones;
    }
    Interval[] left = known(forest, forest.stem(tree));
    Interval[] right = branch(forest, forest.branch(tree));
    return IntStream.range(0, b.length)
        .mapToObj(i -> left[i].times(right[i]))
        .toArray(Interval[]::new);
  }

  private Interval[] known(Forest forest, int tree) {
    for (int t = stages.size(); t <= tree; t++) {
      stages.add(stages(forest, t));
    }
    return stages.get(tree);
  }

  private Interval[] branch(Forest forest, int tree) {
    for (int t = branches.size(); t <= tree; t++) {
      Interval[] phi = known(forest, t);
      branches.add(Arrays.stream(a).map(row -> dot(row, phi)).toArray(Interval[]::new));
    }
    return branches.get(tree);
  }

  private Interval[] enclosures(List<Exact> row) {
    return row.stream().map(number -> Interval.of(number, bits)).toArray(Interval[]::new);
  }

  private Interval dot(Interval[] left, Interval[] right) {
    Interval sum = Interval.of(0, bits);
    for (int j = 0; j < tableau.stages(); j++) {
      if (left[j].high().signum() != 0 || left[j].low().signum() != 0) {
        sum = sum.plus(left[j].times(right[j]));
      }
    }
    return sum;
  }
}
