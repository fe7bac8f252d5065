package io.butcherblock.processor.claim;

import io.butcherblock.processor.model.PartitionedRungeKutta;

/** What a partitioned scheme, whose tableaus have as many stages, claims holds exactly. */
public final class PartitionedClaim {

  private PartitionedClaim() {}

  /** Whether all that a scheme claims holds exactly, if that is soon proved. */
  public static boolean holds(PartitionedRungeKutta scheme) {
    if (scheme.order() < 1 || scheme.order() > TableauClaim.SOON_PROVED || !tableausHold(scheme)) {
      return false;
    }
    return PartitionedOrder.of(scheme.separable(), scheme.tolerance()).order() >= scheme.order();
  }

  /** Whether row sums are abscissae, and stages can be computed one after the other. */
  public static boolean tableausHold(PartitionedRungeKutta scheme) {
    return RowSums.hold(scheme.p())
        && RowSums.hold(scheme.q())
        && scheme.separable().sequence().isPresent();
  }
}
