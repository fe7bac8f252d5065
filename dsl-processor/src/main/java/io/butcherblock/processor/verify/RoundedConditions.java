package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.RootedTree;
import java.util.Arrays;
import java.util.List;

/** The left sides of order conditions in double precision, for what a message says beside. */
final class RoundedConditions {

  private final double[][] a;
  private final double[] b;

  RoundedConditions(RungeKutta scheme) {
    a = scheme.a().stream().map(RoundedConditions::doubles).toArray(double[][]::new);
    b = new double[scheme.stages()];
    Arrays.setAll(b, j -> scheme.b(j).doubleValue());
  }

  private static double[] doubles(List<Exact> numbers) {
    return numbers.stream().mapToDouble(Exact::doubleValue).toArray();
  }

  /** sum_i b_i Phi_i(tree). */
  double leftSide(RootedTree tree) {
    return dot(b, stages(tree));
  }

  private double[] stages(RootedTree tree) {
    double[] product = new double[b.length];
    Arrays.fill(product, 1);
    for (RootedTree child : tree.children()) {
      double[] ofChild = stages(child);
      for (int i = 0; i < product.length; i++) {
        product[i] *= dot(a[i], ofChild);
      }
    }
    return product;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
