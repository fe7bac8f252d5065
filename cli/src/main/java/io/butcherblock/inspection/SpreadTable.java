package io.butcherblock.inspection;

import io.butcherblock.recover.Spread;
import io.butcherblock.recover.TableauText;
import io.butcherblock.text.TextTable;

/** A table of figures as declared and over the trained blocks: least, median, greatest. */
final class SpreadTable {

  /** Rounding of doubles. */
  private static final double UNSEEN = 1e-12;

  private final TextTable table;

  /**
   * An empty table.
   *
   * @param first the head of the first column
   */
  SpreadTable(String first) {
    table = new TextTable(first, "declared", "least", "median", "greatest");
  }

  void row(String name, double declared, Spread spread) {
    table.row(
        name,
        TableauText.number(declared),
        TableauText.number(spread.least()),
        TableauText.number(spread.median()),
        TableauText.number(spread.greatest()));
  }

  /** The size of a figure, 0 where it is rounding. */
  static double seen(double figure) {
    return Math.abs(figure) < UNSEEN ? 0 : Math.abs(figure);
  }

  /** The size of a residual as text. */
  static String residual(double size) {
    return Double.isInfinite(size) ? "inf" : TableauText.number(seen(size));
  }

  String toText() {
    return table.toText();
  }
}
