package io.butcherblock.benchmarks.blocks;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.text.TextTable;
import java.util.List;

/**
 * What JMH has measured.
 *
 * @param how sizes and numbers of runs, in words
 */
record BlockFindings(String how, List<Row> rows) implements Findings {

  /**
   * One benchmark.
   *
   * @param microseconds the mean
   * @param error half the width of JMH's interval of 99.9 %; NaN for a single iteration
   */
  record Row(String scheme, String direction, String writing, double microseconds, double error) {

    boolean isByHand() {
      return writing.equals(BlockJmh.Writing.BY_HAND.name());
    }
  }

  @Override
  public String text() {
    TextTable table = new TextTable("scheme", "direction", "block", "us", "+-", "over by hand");
    for (Row row : rows) {
      table.row(
          row.scheme(),
          row.direction(),
          row.writing(),
          Cells.number(1, row.microseconds()),
          Cells.number(1, row.error()),
          Cells.number(2, row.microseconds() / byHand(row).microseconds()));
    }
    return how + "\n\n" + table.toText();
  }

  private Row byHand(Row row) {
    return rows.stream()
        .filter(Row::isByHand)
        .filter(other -> other.scheme().equals(row.scheme()))
        .filter(other -> other.direction().equals(row.direction()))
        .findFirst()
        .orElseThrow();
  }
}
