package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.order.OrderConditions;
import java.util.List;

/** Orders that no proof could show. */
final class OrderLimits {

  private static final Location ORDER = new Location.Member("order");

  private OrderLimits() {}

  /** What is wrong with the order that a tableau claims, before any condition is looked at. */
  static List<Finding> of(RungeKutta scheme) {
    if (scheme.order() > OrderConditions.HIGHEST) {
      return List.of(beyondProof(scheme));
    }
    // The tall tree of more nodes than stages has elementary weight 0 in an explicit scheme.
    return scheme.order() > scheme.stages() && scheme.isExplicit()
        ? List.of(beyondStages(scheme, scheme.stages()))
        : List.of();
  }

  static Finding beyondProof(Scheme scheme) {
    return Message.ORDER_BEYOND_PROOF.at(
        ORDER, scheme.name(), scheme.order(), OrderConditions.HIGHEST);
  }

  static Finding beyondStages(Scheme scheme, int stages) {
    return Message.ORDER_BEYOND_STAGES.at(
        ORDER, scheme.name(), scheme.order(), Counted.of(stages, "stage"), stages);
  }

  static Finding beyondWork(Scheme scheme, int stages) {
    return Message.ORDER_BEYOND_WORK.at(ORDER, scheme.name(), scheme.order(), stages);
  }
}
