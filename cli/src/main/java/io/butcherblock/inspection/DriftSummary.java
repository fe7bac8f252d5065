package io.butcherblock.inspection;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.RecoveredRecurrences;
import java.util.Optional;

/** What training has made of a scheme, in one line. */
public final class DriftSummary {

  private DriftSummary() {}

  /** One line for the end of a training; empty where no coefficient is trained. */
  public static Optional<String> of(RecoveredNetwork network) {
    if (!network.isTrained()) {
      return Optional.empty();
    }
    return words(network).map(words -> "Coefficients: " + words + condition(network.spec()));
  }

  private static Optional<String> words(RecoveredNetwork network) {
    if (network.recurrences().isPresent()) {
      RecoveredRecurrences blocks = network.recurrences().get();
      return Optional.of(orders(network) + " " + RecurrenceReport.zeroStability(blocks));
    }
    if (network.pair().isPresent()) {
      return Optional.of(orders(network));
    }
    if (network.drift().isEmpty()) {
      return Optional.empty();
    }
    if (network.order() == network.declaredOrder()) {
      return Optional.of(orders(network));
    }
    RecoveredNetwork.Drift drift = network.drift().get();
    return Optional.of(
        "of the conditions of the declared order %s, %s is off most, by %s%s."
            .formatted(
                network.declaredOrder(),
                drift.residual().equation(),
                SpreadTable.residual(drift.residual().size()),
                network.isOneMethod() ? "" : " in block " + drift.block()));
  }

  private static String orders(RecoveredNetwork network) {
    int declared = network.declaredOrder();
    return "the conditions of the declared order %s %s."
        .formatted(declared, ResidualTable.held(declared, network.order()));
  }

  /** What else is to be known of the order, where there is one. */
  private static String condition(NetworkSpec spec) {
    return spec.scheme().facts().order() > 0 && spec.hasFieldPerStage()
        ? " " + SharingText.condition(spec)
        : "";
  }
}
