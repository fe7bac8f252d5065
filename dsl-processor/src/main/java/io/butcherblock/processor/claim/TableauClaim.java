package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;

/** What a tableau claims holds: exactly, or within its tolerance. */
public final class TableauClaim {

  /** A proof of a higher order takes seconds. */
  public static final int SOON_PROVED = 8;

  private TableauClaim() {}

  /** Whether all that is claimed of a scheme in any form holds, as far as that is soon proved. */
  public static boolean holds(RungeKutta scheme) {
    return scheme.tolerance().allows(RowSums.largest(scheme))
        && ShuOsherSums.hold(scheme)
        && orderIsSoonProved(scheme);
  }

  /** Whether a scheme has the order that it claims, if that is soon proved. */
  public static boolean orderIsSoonProved(RungeKutta scheme) {
    return scheme.order() >= 1
        && scheme.order() <= Math.min(HighestOrder.bound(scheme), SOON_PROVED)
        && (scheme.tolerance().isNone() ? orderHolds(scheme) : orderIsKept(scheme));
  }

  private static boolean orderIsKept(RungeKutta scheme) {
    Residuals residuals = new Residuals(scheme);
    try {
      for (int order = 1; order <= scheme.order(); order++) {
        if (!residuals.above(scheme.tolerance(), order).isEmpty()) {
          return false;
        }
      }
      return true;
    } catch (TooMuchWork e) {
      return false;
    }
  }

  /**
   * Whether a scheme has the order that it claims exactly; false where the proof takes too long.
   */
  public static boolean orderHolds(RungeKutta scheme) {
    try {
      return new OrderConditions(scheme).holdUpTo(scheme.order());
    } catch (TooMuchWork e) {
      return false;
    }
  }
}
