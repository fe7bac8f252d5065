package io.butcherblock.processor.claim;

import io.butcherblock.processor.model.PartitionedRungeKutta;

/**
 * What a partitioned scheme, whose tableaus have as many stages, claims holds: exactly, or within
 * its tolerance.
 */
public final class PartitionedClaim {

  private PartitionedClaim() {}

  /** Whether all that a scheme claims holds, if that is soon proved. */
  public static boolean holds(PartitionedRungeKutta scheme) {
    if (scheme.order() < 1
        || scheme.order() > TableauClaim.SOON_PROVED
        || scheme.separable().sequence().isEmpty()
        || !scheme.tolerance().allows(RowSums.largest(scheme.p()))
        || !scheme.tolerance().allows(RowSums.largest(scheme.q()))) {
      return false;
    }
    return PartitionedOrder.of(scheme.separable(), scheme.tolerance()).order() >= scheme.order();
  }

  /** Whether row sums are abscissae exactly, and stages can be computed one after the other. */
  public static boolean tableausHold(PartitionedRungeKutta scheme) {
    return RowSums.hold(scheme.p())
        && RowSums.hold(scheme.q())
        && scheme.separable().sequence().isPresent();
  }
}
