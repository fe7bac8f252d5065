package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.claim.TableauClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Applies the rules to both methods of an embedded pair. What is proved then is the first one. */
final class EmbeddedVerifier {

  private static final Location ORDER = new Location.Member("order");
  private static final Location EMBEDDED_ORDER = new Location.Member("embeddedOrder");

  private static final Set<Message> OF_STAGES = Set.of(Message.UNUSED_STAGE, Message.EQUAL_STAGES);

  private EmbeddedVerifier() {}

  /**
   * Verifies a pair.
   *
   * @param method what the verifier says of its method
   */
  static VerificationResult verify(EmbeddedPair pair, VerificationResult method) {
    List<Finding> ofBoth = new ArrayList<>(method.findings());
    // A stage may be there for the embedded method alone.
    ofBoth.removeIf(finding -> OF_STAGES.contains(finding.message()));
    ofBoth.replaceAll(EmbeddedVerifier::withOneRowWhereIterated);
    if (method.verified().isPresent()) {
      ofBoth.addAll(StagesRule.check(pair.method(), pair.usedStages()));
      ofBoth.addAll(ofEmbedded(pair));
    } else if (TableauClaim.orderIsSoonProved(pair.method()) && isInStageOfEmbedded(pair, ofBoth)) {
      // The method would hold with any correction of a stage that it does not use.
      ofBoth.removeIf(finding -> finding.message() == Message.ROW_SUM);
      ofBoth.addAll(new RowSumRule().check(pair.embedded().withName(pair.name())));
    }
    List<Finding> findings = ExchangedRows.explained(pair, withoutTolerance(ofBoth));
    return new VerificationResult(
        method
            .verified()
            .filter(verified -> !Finding.anyError(findings))
            .map(
                verified -> verified.as(pair.compiled(), EmbeddedProof.of(pair, verified.proof()))),
        findings);
  }

  /** What is advised of an implicit tableau is not refused afterwards. */
  private static Finding withOneRowWhereIterated(Finding finding) {
    return finding.message() == Message.NOT_EXPLICIT
        ? new Finding(
            finding.message(),
            finding.text()
                + " With iterations a method has one row of weights: leave the second row and"
                + " embeddedOrder out then.",
            finding.location())
        : finding;
  }

  private static boolean isInStageOfEmbedded(EmbeddedPair pair, List<Finding> findings) {
    boolean[] used = pair.method().usedStages();
    return findings.stream()
        .filter(finding -> finding.message() == Message.ROW_SUM)
        .anyMatch(
            finding -> finding.location() instanceof Location.StageRow stage && !used[stage.row()]);
  }

  /** A pair needs no tolerance where neither method does; to say so once is enough. */
  private static List<Finding> withoutTolerance(List<Finding> findings) {
    List<Finding> unneeded =
        findings.stream().filter(f -> f.message() == Message.TOLERANCE_UNNEEDED).toList();
    List<Finding> left = new ArrayList<>(findings);
    left.removeAll(unneeded.size() == 2 ? unneeded.subList(1, 2) : unneeded);
    return left;
  }

  /** Row sums are those of the method. */
  private static List<Finding> ofEmbedded(EmbeddedPair pair) {
    RungeKutta embedded = pair.embedded();
    Location row = new Location.EmbeddedRow();
    if (isSame(pair)) {
      return List.of(Message.EQUAL_ROWS.at(row, pair.name()));
    }
    Optional<Finding> difference = DifferenceRow.of(pair);
    if (difference.isPresent()) {
      return List.of(difference.orElseThrow());
    }
    if (embedded.order() == 0) {
      return List.of(Message.NO_EMBEDDED_ORDER.at(row, pair.name(), claim(embedded)));
    }
    List<Finding> findings = new ArrayList<>(new PositiveOrderRule().check(embedded));
    findings.addAll(OrderRule.ofSecondRow(embedded).check(embedded));
    return findings.stream()
        .map(f -> new Finding(f.message(), f.text(), inSecondRow(f.location())))
        .toList();
  }

  private static String claim(RungeKutta embedded) {
    int order = HighestOrder.of(embedded);
    return order == 0
        ? "its order as embeddedOrder, and correct the weights, which do not sum to 1"
        : "embeddedOrder = " + order + ", which is its order";
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
