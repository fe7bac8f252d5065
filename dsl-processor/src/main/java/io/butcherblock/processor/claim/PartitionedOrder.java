package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failures;
import java.util.Optional;

/**
 * The order of a partitioned scheme.
 *
 * @param order the highest up to which the conditions of all bicolored trees hold
 * @param failing those of the next order that fail; empty where the proof ends, at the highest
 *     order that can be proved or where more would take too long
 */
public record PartitionedOrder(int order, Optional<Failures> failing) {

  /** Decides it, at most up to the highest order that can be proved. */
  public static PartitionedOrder of(SeparableScheme scheme, Tolerance tolerance) {
    BicoloredConditions conditions = new BicoloredConditions(scheme, tolerance);
    for (int order = 0; order < BicoloredConditions.HIGHEST; order++) {
      try {
        Optional<Failures> failing = conditions.failing(order + 1);
        if (failing.isPresent()) {
          return new PartitionedOrder(order, failing);
        }
      } catch (TooMuchWork e) {
        return new PartitionedOrder(order, Optional.empty());
      }
    }
    return new PartitionedOrder(BicoloredConditions.HIGHEST, Optional.empty());
  }
}
