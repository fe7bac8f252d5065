package io.butcherblock.report;

import io.butcherblock.error.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of text, for the terminal, for a page and for Markdown. A column whose cells are all
 * numbers, with or without a unit's letters behind them, stands right; the others stand left.
 */
public final class TextTable {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\d[\\d,_]*(\\.\\d+)?(e[-+]\\d+)?|inf|nan)( ?[%A-Za-z]{0,3})|-|",
          Pattern.CASE_INSENSITIVE);

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();
  private int summaryFrom = Integer.MAX_VALUE;

  public TextTable(String... head) {
    this.head = List.of(head);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as the head
   */
  public TextTable row(String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(
          "A row of " + cells.length + " cells is not one of " + head.size() + " columns.");
    }
    // Names of files may hold anything.
    rows.add(Arrays.stream(cells).map(PlainText::of).toList());
    return this;
  }

  /** What is added from here on sums up the rows above: a line divides them. */
  public TextTable summary() {
    summaryFrom = rows.size();
    return this;
  }

  /** The table as lines for a terminal, each with its line feed. */
  public String toText() {
    int[] widths = IntStream.range(0, head.size()).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    appendLine(text, head, widths);
    appendRule(text, widths);
    for (int i = 0; i < rows.size(); i++) {
      if (i == summaryFrom) {
        appendRule(text, widths);
      }
      appendLine(text, rows.get(i), widths);
    }
    return text.toString();
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(length(head.get(column))),
            rows.stream().mapToInt(row -> length(row.get(column))))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private void appendLine(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String fill = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : "  ").append(isNumeric(column) ? fill + cell : cell + fill);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void appendRule(StringBuilder text, int[] widths) {
    text.append("-".repeat(IntStream.of(widths).sum() + 2 * (widths.length - 1))).append('\n');
  }

  boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  /** The table as Markdown, columns of numbers to the right. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    appendMarkdown(text, head);
    appendMarkdown(
        text,
        IntStream.range(0, head.size()).mapToObj(c -> isNumeric(c) ? "---:" : "---").toList());
    rows.forEach(row -> appendMarkdown(text, row));
    return text.toString();
  }

  private static void appendMarkdown(StringBuilder text, List<String> cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }

  List<String> head() {
    return head;
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** The number of rows above the line. */
  int summaryFrom() {
    return Math.min(summaryFrom, rows.size());
  }
}
