package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.polynomial.VonNeumann;
import io.butcherblock.processor.stability.Characteristic;

/** What a recurrence claims holds. */
public final class MultistepClaim {

  private MultistepClaim() {}

  /** Whether a recurrence, with its predictor where it has one, has the order that it claims. */
  public static boolean holds(Multistep scheme) {
    return scheme.predictor().isPresent()
        ? PredictorCorrectorClaim.holds(scheme)
        : scheme.order() >= 1 && ErrorConstants.firstFailing(scheme).isEmpty();
  }

  /** The order of a recurrence alone; -1 if the coefficients of y do not sum to 1. */
  public static int orderOf(Multistep recurrence) {
    ErrorConstants constants = new ErrorConstants(recurrence);
    int order = -1;
    while (order <= recurrence.mostConditions() && constants.whole(order + 1).isZero()) {
      order++;
    }
    return order;
  }

  /** Whether a recurrence is zero-stable, as far as that is soon decided. */
  public static boolean isZeroStable(Multistep scheme) {
    try {
      return VonNeumann.isStable(Characteristic.rho(scheme), scheme.equationOrder());
    } catch (TooMuchWork e) {
      return false;
    }
  }
}
