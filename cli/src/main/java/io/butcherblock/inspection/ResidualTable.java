package io.butcherblock.inspection;

import io.butcherblock.recover.OrderResidual;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.Spread;
import io.butcherblock.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The largest residual of the order conditions of each block, order by order. */
final class ResidualTable {

  private final TextTable table =
      new TextTable(
          "order", "declared", "least", "median", "greatest", "block", "condition that is worst");

  /**
   * Adds an order.
   *
   * @param declared the largest residual as declared
   * @param residuals that of each block
   * @param block what a block is called, by its place
   */
  void row(
      int order, OrderResidual declared, List<OrderResidual> residuals, IntFunction<String> block) {
    Spread sizes = Spread.of(residuals.stream().map(OrderResidual::size).toList());
    int worst =
        IntStream.range(0, residuals.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> residuals.get(i).size()))
            .orElseThrow();
    table.row(
        String.valueOf(order),
        SpreadTable.residual(declared.size()),
        SpreadTable.residual(sizes.least()),
        SpreadTable.residual(sizes.median()),
        SpreadTable.residual(sizes.greatest()),
        block.apply(worst),
        residuals.get(worst).equation());
  }

  String toText() {
    return table.toText();
  }

  /** What is left of the order of a network. */
  static String sentence(RecoveredNetwork network) {
    int declared = network.declaredOrder();
    return String.format(
        Locale.ROOT,
        "The conditions of the declared order %d %s (within %.0e, single precision).",
        declared,
        held(declared, network.order()),
        network.within());
  }

  /** What has become of the conditions up to an order, of which those up to another one hold. */
  static String held(int declared, int order) {
    return order == declared
        ? "still hold"
        : order == 0
            ? "have drifted, from order 1 on"
            : "hold up to order " + order + " and have drifted from there";
  }
}
