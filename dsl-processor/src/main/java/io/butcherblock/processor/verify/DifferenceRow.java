package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A second row that is the difference of the weights of both methods, as codes have it. */
final class DifferenceRow {

  private DifferenceRow() {}

  static Optional<Finding> of(EmbeddedPair pair) {
    RungeKutta row = pair.embedded();
    if (!isDifference(row)) {
      return Optional.empty();
    }
    RungeKutta method = pair.method();
    RungeKutta minus = with(method, j -> method.b(j).minus(row.b(j)));
    RungeKutta plus = with(method, j -> method.b(j).plus(row.b(j)));
    int difference = HighestOrder.of(minus) - HighestOrder.of(plus);
    // Sources define the difference either way; of two methods the one of a higher order is meant.
    return Optional.of(
        difference == 0
            ? finding(minus, "minus or plus", text(minus) + " or " + text(plus))
            : difference > 0
                ? finding(minus, "minus", text(minus))
                : finding(plus, "plus", text(plus)));
  }

  private static boolean isDifference(RungeKutta row) {
    Exact sum = IntStream.range(0, row.stages()).mapToObj(row::b).reduce(Exact.ZERO, Exact::plus);
    return row.tolerance().allows(sum)
        && !IntStream.range(0, row.stages()).allMatch(j -> row.b(j).isZero());
  }

  private static RungeKutta with(RungeKutta method, IntFunction<Exact> weight) {
    return method.withWeights(IntStream.range(0, method.stages()).mapToObj(weight).toList());
  }

  private static Finding finding(RungeKutta embedded, String sign, String rows) {
    return Message.DIFFERENCE_ROW.at(
        new Location.EmbeddedRow(), embedded.name(), sign, HighestOrder.of(embedded), rows);
  }

  private static String text(RungeKutta embedded) {
    return embedded.weights().stream()
        .map(ShortText::entry)
        .collect(Collectors.joining(" ", "| ", ""));
  }
}
