package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The elementary weights of a tableau in intervals, for all trees of a forest. */
final class IntervalWeights {

  private final int bits;
  private final Interval[][] a;
  private final Interval[] b;
  private final List<Interval[]> stages = new ArrayList<>();
  private final List<Interval[]> branches = new ArrayList<>();

  IntervalWeights(RungeKutta tableau, int bits) {
    this.bits = bits;
    this.a = tableau.a().stream().map(this::enclosures).toArray(Interval[][]::new);
    this.b =
        IntStream.range(0, tableau.stages())
            .mapToObj(i -> Interval.of(tableau.b(i), bits))
            .toArray(Interval[]::new);
  }

  /** The size of the residual of the condition of a tree. */
  Interval residual(Forest forest, int tree) {
    Interval right = Interval.of(new OrderCondition(forest.tree(tree)).rightSide(), bits);
    return dot(b, stages(forest, tree)).minus(right).abs();
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
    for (int j = 0; j < left.length; j++) {
      if (left[j].high().signum() != 0 || left[j].low().signum() != 0) {
        sum = sum.plus(left[j].times(right[j]));
      }
    }
    return sum;
  }
}
