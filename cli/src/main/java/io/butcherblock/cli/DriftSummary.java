package io.butcherblock.cli;

import io.butcherblock.recover.RecoveredNetwork;
import java.util.Optional;

/** What training has made of a scheme, in one line. */
final class DriftSummary {

  private DriftSummary() {}

  /** One line for the end of a training; empty where no coefficient is trained. */
  static Optional<String> of(RecoveredNetwork network) {
    if (!network.isTrained() || network.drift().isEmpty()) {
      return Optional.empty();
    }
    if (network.order() == network.declaredOrder()) {
      return Optional.of(
          "Coefficients: the conditions of the declared order %d still hold."
              .formatted(network.declaredOrder()));
    }
    RecoveredNetwork.Drift drift = network.drift().get();
    return Optional.of(
        "Coefficients: of the conditions of the declared order %d, %s is off most, by %s%s."
            .formatted(
                network.declaredOrder(),
                drift.residual().equation(),
                SpreadTable.residual(drift.residual().size()),
                network.isOneMethod() ? "" : " in block " + drift.block()));
  }
}
