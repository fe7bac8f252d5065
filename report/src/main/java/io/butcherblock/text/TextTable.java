package io.butcherblock.text;

import io.butcherblock.error.MarkdownText;
import io.butcherblock.error.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of text, for the terminal, for a page, for Markdown and for LaTeX. A column whose cells
 * are all numbers, with or without a unit's letters behind them, stands right; the others stand
 * left.
 */
public final class TextTable {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+<]?(\\d[\\d,_]*(\\.\\d+)?(e[-+]\\d+)?|inf|nan)( ?[%A-Za-z]{0,3})|-|",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  private static final Set<String> EMPTY = Set.of("", "-");

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> keys = new ArrayList<>(List.of(0));
  private int summaryFrom = Integer.MAX_VALUE;

  public TextTable(String... head) {
    this.head = Arrays.stream(head).map(PlainText::of).toList();
  }

  /**
   * Names the columns that tell rows apart, which every part of a table has that is too wide for
   * the terminal; without it is the first one.
   *
   * @param headings of these columns, the first among them
   */
  public TextTable keys(String... headings) {
    keys.clear();
    Arrays.stream(headings).map(PlainText::of).map(head::indexOf).forEach(keys::add);
    return this;
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

  /**
   * The same table without the columns, but for the first, whose cells are all blank or a dash: a
   * figure that there is in some circumstances only.
   */
  public TextTable withoutEmptyColumns() {
    List<Integer> kept =
        IntStream.range(0, head.size())
            .filter(c -> c == 0 || rows.stream().anyMatch(row -> !EMPTY.contains(row.get(c))))
            .boxed()
            .toList();
    TextTable table = new TextTable(kept.stream().map(head::get).toArray(String[]::new));
    rows.forEach(row -> table.rows.add(kept.stream().map(row::get).toList()));
    table.summaryFrom = summaryFrom;
    table.keys.clear();
    keys.stream().map(kept::indexOf).filter(key -> key >= 0).forEach(table.keys::add);
    return table;
  }

  /** What is added from here on sums up the rows above: a line divides them. */
  public TextTable summary() {
    summaryFrom = rows.size();
    return this;
  }

  /** The table as lines for a terminal, each with its line feed, no wider than it. */
  public String toText() {
    int columns = Terminal.ofProcess().columns();
    return toText(columns > 0 ? columns : Integer.MAX_VALUE);
  }

  /**
   * The table as lines of a width: cells of text that are too long go on in the next line; columns
   * for which there is no place even so stand below the others, with the keys once more.
   */
  String toText(int columns) {
    int[] narrow = widths(IntStream.range(0, head.size()).boxed().toList(), columns);
    StringBuilder text = new StringBuilder();
    for (List<Integer> group : FittedColumns.groups(narrow, keys, columns)) {
      text.append(text.isEmpty() ? "" : "\n");
      // A part of the columns leaves each of them more place.
      append(text, group, widths(group, columns));
    }
    return text.toString();
  }

  /** The width of each column where those of a group stand side by side. */
  private int[] widths(List<Integer> group, int columns) {
    int[] natural = group.stream().mapToInt(c -> most(c, TextTable::length)).toArray();
    int[] words = group.stream().mapToInt(c -> most(c, FittedColumns::longestWord)).toArray();
    boolean[] canWrap = new boolean[group.size()];
    for (int i = 0; i < canWrap.length; i++) {
      int column = group.get(i);
      canWrap[i] = column > 0 ? hasWords(column) : natural[i] > columns / 2;
    }
    int[] fitted = FittedColumns.widths(natural, canWrap, words, columns);
    int[] widths = new int[head.size()];
    for (int i = 0; i < fitted.length; i++) {
      widths[group.get(i)] = fitted[i];
    }
    return widths;
  }

  private void append(StringBuilder text, List<Integer> group, int[] widths) {
    appendLines(text, head, group, widths);
    appendRule(text, group, widths);
    for (int i = 0; i < rows.size(); i++) {
      if (i == summaryFrom) {
        appendRule(text, group, widths);
      }
      appendLines(text, rows.get(i), group, widths);
    }
  }

  /** The greatest measure of a column's cells, its heading among them. */
  private int most(int column, ToIntFunction<String> measure) {
    return Stream.concat(Stream.of(head), rows.stream())
        .mapToInt(row -> measure.applyAsInt(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private void appendLines(
      StringBuilder text, List<String> cells, List<Integer> group, int[] widths) {
    List<List<String>> wrapped =
        group.stream().map(c -> FittedColumns.lines(cells.get(c), widths[c])).toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
    for (int number = 0; number < height; number++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < group.size(); i++) {
        List<String> cell = wrapped.get(i);
        String part = number < cell.size() ? cell.get(number) : "";
        String fill = " ".repeat(widths[group.get(i)] - length(part));
        line.append(i == 0 ? "" : "  ").append(isNumeric(group.get(i)) ? fill + part : part + fill);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static void appendRule(StringBuilder text, List<Integer> group, int[] widths) {
    int[] shown = group.stream().mapToInt(column -> widths[column]).toArray();
    text.append("-".repeat(FittedColumns.total(shown))).append('\n');
  }

  /** Whether a column is one of those that say what a row is of. */
  boolean isKey(int column) {
    return keys.contains(column);
  }

  boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  /** Figures such as {@code 85 / 100 %} are not divided. */
  private boolean hasWords(int column) {
    return rows.stream().anyMatch(row -> WORD.matcher(row.get(column)).find());
  }

  /** {@link #toText()}. */
  @Override
  public String toString() {
    return toText();
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

  /**
   * The table as a {@code tabular} of LaTeX, columns of numbers to the right; the document needs
   * the package booktabs.
   */
  public String toLatex() {
    return new TableLatex(this).text();
  }

  private static void appendMarkdown(StringBuilder text, List<String> cells) {
    for (String cell : cells) {
      text.append("| ").append(MarkdownText.of(cell)).append(' ');
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
