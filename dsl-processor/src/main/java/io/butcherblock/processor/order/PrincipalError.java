package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.model.RungeKutta;
import java.math.BigInteger;

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

  private final IntervalWeights weights;
  private final int bits;

  private PrincipalError(RungeKutta tableau, int bits) {
    this.weights = new IntervalWeights(tableau, bits);
    this.bits = bits;
  }

  /**
   * The norm.
   *
   * @param order one whose conditions do not all hold
   */
  public static double of(RungeKutta scheme, int order) {
    RungeKutta used = scheme.withoutUnusedStages();
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
      Interval size = weights.residual(forest, t);
      double symmetry = forest.tree(t).symmetry().doubleValue();
      low += Math.pow(value(size.low()) / symmetry, 2);
      high += Math.pow(value(size.high()) / symmetry, 2);
    }
    return new double[] {Math.sqrt(low), Math.sqrt(high)};
  }

  private double value(BigInteger end) {
    return new Interval(end, end, bits).middle().doubleValue();
  }
}
