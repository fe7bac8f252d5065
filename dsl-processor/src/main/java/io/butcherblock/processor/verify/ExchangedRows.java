package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.EmbeddedPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says of a pair whose claims fail that they hold with both rows of weights exchanged: authors do
 * not agree on which one stands first.
 */
final class ExchangedRows {

  private static final Set<Message> ORDERS =
      Set.of(Message.ORDER_TOO_HIGH, Message.TOLERANCE_EXCEEDED, Message.ORDER_TOO_LOW);

  private ExchangedRows() {}

  /** The findings, with a single one on orders where an exchange mends them. */
  static List<Finding> explained(EmbeddedPair pair, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.isError() && ORDERS.contains(finding.message()))
        .findFirst()
        .flatMap(failure -> of(pair))
        .map(exchanged -> replaced(findings, exchanged))
        .orElse(findings);
  }

  private static Optional<Finding> of(EmbeddedPair pair) {
    int first = HighestOrder.of(pair.method());
    int second = HighestOrder.of(pair.embedded());
    return first >= 1 && pair.order() <= second && pair.embedded().order() <= first
        ? Optional.of(
            Message.EXCHANGED_ROWS.at(new Location.EmbeddedRow(), pair.name(), first, second))
        : Optional.empty();
  }

  private static List<Finding> replaced(List<Finding> findings, Finding exchanged) {
    List<Finding> others =
        findings.stream().filter(finding -> !ORDERS.contains(finding.message())).toList();
    return Stream.concat(others.stream(), Stream.of(exchanged)).toList();
  }
}
