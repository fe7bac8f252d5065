package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Tolerance;

/** That a scheme has a higher order than it claims. */
final class BetterOrder {

  private BetterOrder() {}

  /**
   * The warning.
   *
   * @param tolerance to which the conditions of the higher order hold
   */
  static Finding of(String name, int claimed, int proved, Tolerance tolerance) {
    return Message.ORDER_TOO_LOW.at(
        new Location.Member("order"), name, claimed, proved, tolerance.suffix());
  }
}
