package io.butcherblock.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a {@link TextTable} as a {@code tabular} of LaTeX, with the rules of booktabs. */
final class TableLatex {

  /** The sign between two sizes, as in {@code 4 x 32}. */
  private static final Pattern TIMES = Pattern.compile("(?<=\\d) x (?=\\d)");

  /** A sign: in text a minus is a hyphen, which is shorter. Not that of an exponent or a name. */
  private static final Pattern MINUS = Pattern.compile("(?U)(?<![\\w.)}-])-(?=\\d)");

  private final TextTable table;

  TableLatex(TextTable table) {
    this.table = table;
  }

  String text() {
    StringBuilder text = new StringBuilder("\\begin{tabular}{");
    IntStream.range(0, table.head().size())
        .forEach(column -> text.append(table.isNumeric(column) ? 'r' : 'l'));
    text.append("}\n\\toprule\n").append(row(table.head())).append("\\midrule\n");
    List<List<String>> rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      text.append(i > 0 && i == table.summaryFrom() ? "\\midrule\n" : "").append(row(rows.get(i)));
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String row(List<String> cells) {
    String row = cells.stream().map(TableLatex::cell).collect(Collectors.joining(" & "));
    // The end of the row before takes these for its own: a star or a length.
    return (row.startsWith("[") || row.startsWith("*") ? "{}" : "") + row + " \\\\\n";
  }

  private static String cell(String cell) {
    if (cell.equals("-")) {
      return "--";
    }
    String negative = MINUS.matcher(LatexText.of(cell)).replaceAll("\\$-\\$");
    return TIMES.matcher(negative).replaceAll(" \\$\\\\times\\$ ");
  }
}
