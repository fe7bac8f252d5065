package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Scheme;
import java.util.List;

/** The claimed order is at least 1. */
final class PositiveOrderRule implements Rule<Scheme> {

  @Override
  public List<Finding> check(Scheme scheme) {
    return holds(scheme)
        ? List.of()
        : List.of(
            Message.ORDER_NOT_POSITIVE.at(
                new Location.Member("order"), scheme.name(), scheme.order()));
  }

  static boolean holds(Scheme scheme) {
    return scheme.order() >= 1;
  }
}
