package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.order.TwoColorConditions;
import io.butcherblock.processor.order.TwoColorConditions.Failure;
import java.util.List;

/**
 * The order of a scheme of two tableaus.
 *
 * @param order the highest up to which the conditions of all trees of two colors hold
 * @param failing those of the next order that fail; empty where the proof ends, at the highest
 *     order that can be proved or where more would take too long
 * @param conditions of the scheme
 */
public record PairOrder(int order, List<Failure> failing, TwoColorConditions conditions) {

  public PairOrder {
    failing = List.copyOf(failing);
  }

  /** Decides it, at most up to the highest order that can be proved. */
  public static PairOrder of(TableauPair scheme) {
    TwoColorConditions conditions = TwoColorConditions.of(scheme);
    for (int order = 0; order < conditions.highest(); order++) {
      try {
        List<Failure> failing = conditions.failing(order + 1);
        if (!failing.isEmpty()) {
          return new PairOrder(order, failing, conditions);
        }
      } catch (TooMuchWork e) {
        return new PairOrder(order, List.of(), conditions);
      }
    }
    return new PairOrder(conditions.highest(), List.of(), conditions);
  }
}
