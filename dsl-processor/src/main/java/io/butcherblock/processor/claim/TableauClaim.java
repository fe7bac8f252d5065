package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderConditions;

/** What a tableau claims holds exactly. */
public final class TableauClaim {

  /** A proof of a higher order takes seconds. */
  public static final int SOON_PROVED = 8;

  private TableauClaim() {}

  /** Whether all that is claimed of a scheme in any form holds, as far as that is soon proved. */
  public static boolean holds(RungeKutta scheme) {
    return RowSums.hold(scheme) && ShuOsherSums.hold(scheme) && orderIsSoonProved(scheme);
  }

  /** Whether a scheme has the order that it claims, if that is one that is soon proved. */
  public static boolean orderIsSoonProved(RungeKutta scheme) {
    return scheme.order() >= 1
        && scheme.order() <= Math.min(HighestOrder.bound(scheme), SOON_PROVED)
        && orderHolds(scheme);
  }

  /** Whether a scheme has the order that it claims; false where the proof takes too long. */
  public static boolean orderHolds(RungeKutta scheme) {
    try {
      return new OrderConditions(scheme).holdUpTo(scheme.order());
    } catch (TooMuchWork e) {
      return false;
    }
  }
}
