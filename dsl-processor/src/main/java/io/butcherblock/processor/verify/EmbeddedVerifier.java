package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Applies the rules to both methods of an embedded pair. What is proved then is the first one. */
final class EmbeddedVerifier {

  private static final Location ORDER = new Location.Member("order");
  private static final Location EMBEDDED_ORDER = new Location.Member("embeddedOrder");

  private EmbeddedVerifier() {}

  static VerificationResult verify(EmbeddedPair pair) {
    VerificationResult method = Verifier.verify(pair.method());
    List<Finding> findings = new ArrayList<>(method.findings());
    // A stage may be there for the embedded method alone.
    findings.removeIf(finding -> finding.message() == Message.UNUSED_STAGE);
    if (method.verified().isPresent()) {
      findings.addAll(StagesRule.unused(pair.method(), pair.usedStages()));
      findings.addAll(ofEmbedded(pair));
    }
    return new VerificationResult(
        method
            .verified()
            .filter(verified -> !Finding.anyError(findings))
            .map(
                verified -> verified.as(pair.compiled(), EmbeddedProof.of(pair, verified.proof()))),
        findings);
  }

  /** Row sums are those of the method. */
  private static List<Finding> ofEmbedded(EmbeddedPair pair) {
    RungeKutta embedded = pair.embedded();
    Location row = new Location.EmbeddedRow();
    if (embedded.order() == 0) {
      return List.of(
          Message.NO_EMBEDDED_ORDER.at(row, pair.name(), Math.max(1, highestOrder(embedded))));
    }
    if (isSame(pair)) {
      return List.of(Message.EQUAL_ROWS.at(row, pair.name()));
    }
    List<Finding> findings = new ArrayList<>(new PositiveOrderRule().check(embedded));
    findings.addAll(OrderRule.of(embedded).check(embedded));
    return findings.stream()
        .map(f -> new Finding(f.message(), f.text(), inSecondRow(f.location())))
        .toList();
  }

  private static int highestOrder(RungeKutta scheme) {
    try {
      return scheme.tolerance().isNone()
          ? OrderRule.highestOrder(scheme, new OrderConditions(scheme))
          : ToleratedOrderRule.highestOrder(scheme, new Residuals(scheme));
    } catch (TooMuchWork e) {
      return 1;
    }
  }

  private static boolean isSame(EmbeddedPair pair) {
    return IntStream.range(0, pair.method().stages())
        .allMatch(j -> pair.method().b(j).equals(pair.embedded().b(j)));
  }

  /** Rules know one row of weights and one claim. */
  private static Location inSecondRow(Location location) {
    return location instanceof Location.WeightsRow
        ? new Location.EmbeddedRow()
        : location.equals(ORDER) ? EMBEDDED_ORDER : location;
  }
}
