package io.butcherblock.inspection;

import io.butcherblock.recover.ParameterValues;
import io.butcherblock.recover.TableauText;
import io.butcherblock.text.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** The values of the free parameters of a family in each block, several blocks on a line. */
final class ParameterRows {

  /** So many fit into a terminal of 80 columns. */
  private static final int ON_A_LINE = 8;

  private ParameterRows() {}

  /** A table with a line for each parameter and each eight blocks. */
  static String of(List<ParameterValues> parameters) {
    TextTable table = new TextTable("parameter", "blocks", "values");
    for (ParameterValues parameter : parameters) {
      for (int from = 0; from < parameter.blocks().size(); from += ON_A_LINE) {
        int to = Math.min(from + ON_A_LINE, parameter.blocks().size());
        int first = parameter.numbers().get(from);
        int last = parameter.numbers().get(to - 1);
        table.row(
            parameter.parameter().name(),
            first == last ? String.valueOf(first) : first + "-" + last,
            parameter.blocks().subList(from, to).stream()
                .map(TableauText::number)
                .collect(Collectors.joining("  ")));
      }
    }
    return table.toText();
  }
}
