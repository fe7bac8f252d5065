package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;

/** The order that a tableau has, whatever it claims. */
final class HighestOrder {

  private HighestOrder() {}

  /** The order, 0 where the weights do not sum to 1; less where more takes too long to prove. */
  static int of(RungeKutta scheme) {
    RungeKutta unclaimed = scheme.withOrder(0);
    try {
      return scheme.tolerance().isNone()
          ? OrderRule.highestOrder(unclaimed, new OrderConditions(unclaimed))
          : ToleratedOrderRule.highestOrder(unclaimed, new Residuals(unclaimed));
    } catch (TooMuchWork e) {
      return 0;
    }
  }
}
