package io.butcherblock.processor.claim;

import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.order.TwoColorConditions;

/**
 * What a scheme of two tableaus with as many stages claims holds: exactly, or within its tolerance.
 */
public final class PairClaim {

  private PairClaim() {}

  /** Whether all that a scheme claims holds, if that is soon proved. */
  public static boolean holds(TableauPair scheme) {
    if (scheme.order() < 1
        || !scheme.isExplicit()
        || !scheme.tolerance().allows(RowSums.largest(scheme.first()))
        || !scheme.tolerance().allows(RowSums.largest(scheme.second()))) {
      return false;
    }
    return scheme.order() <= TwoColorConditions.of(scheme).soonProved()
        && PairOrder.of(scheme).order() >= scheme.order();
  }

  /** Whether row sums are abscissae exactly, and stages can be computed one after the other. */
  public static boolean tableausHold(TableauPair scheme) {
    return RowSums.hold(scheme.first()) && RowSums.hold(scheme.second()) && scheme.isExplicit();
  }
}
