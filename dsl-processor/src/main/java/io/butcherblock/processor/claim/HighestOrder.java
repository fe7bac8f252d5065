package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;

/** The order that a tableau has, whatever it claims. */
public final class HighestOrder {

  private HighestOrder() {}

  /** The order, 0 where the weights do not sum to 1; less where more takes too long to prove. */
  public static int of(RungeKutta scheme) {
    RungeKutta unclaimed = scheme.withOrder(0);
    return scheme.tolerance().isNone()
        ? fromClaimed(unclaimed, new OrderConditions(unclaimed))
        : fromClaimed(unclaimed, new Residuals(unclaimed));
  }

  /** The order of a scheme that has the one it claims; less where more takes too long to prove. */
  public static int fromClaimed(RungeKutta scheme, OrderConditions conditions) {
    int proved = scheme.order();
    int highest = Math.min(bound(scheme), OrderConditions.HIGHEST);
    try {
      while (proved < highest && conditions.hold(proved + 1)) {
        proved++;
      }
    } catch (TooMuchWork e) {
      return proved;
    }
    return proved;
  }

  /**
   * The order, within its tolerance, of an explicit scheme that has the one it claims; less where
   * more takes too long to prove.
   */
  public static int fromClaimed(RungeKutta scheme, Residuals residuals) {
    int highest = Math.min(scheme.stages(), OrderConditions.HIGHEST);
    int order = scheme.order();
    try {
      while (order < highest && residuals.above(scheme.tolerance(), order + 1).isEmpty()) {
        order++;
      }
    } catch (TooMuchWork e) {
      return order;
    }
    return order;
  }

  /** What no method of as many stages exceeds (Hairer, Wanner II, section IV.5). */
  static int bound(RungeKutta scheme) {
    return scheme.isExplicit() ? scheme.stages() : 2 * scheme.stages();
  }
}
