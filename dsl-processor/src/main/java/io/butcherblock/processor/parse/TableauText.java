package io.butcherblock.processor.parse;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An explicit tableau as a textbook prints it, in columns. */
final class TableauText {

  private static final int MOST_STAGES = 32;
  private static final int LONGEST = 20;

  private TableauText() {}

  /** As it can be declared. */
  static String of(RungeKutta scheme) {
    String factor = scheme.factor().isOne() ? "" : ShortText.entry(scheme.factor()) + " *";
    return scheme.stages() > MOST_STAGES
        ? String.format(Locale.ROOT, "  (%d stages)\n", scheme.stages())
        : lines(scheme, factor, scheme.weights(), ShortText::entry);
  }

  /** To be read; long numbers are cut, which their dots say. */
  static String shortened(RungeKutta scheme) {
    List<Exact> weights = IntStream.range(0, scheme.stages()).mapToObj(scheme::b).toList();
    return lines(scheme, "", weights, TableauText::shown);
  }

  private static String lines(
      RungeKutta scheme, String factor, List<Exact> weights, Function<Exact, String> number) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < scheme.stages(); i++) {
      String c = number.apply(scheme.c().get(i));
      rows.add(row(c, scheme.a().get(i).subList(0, i), number));
    }
    rows.add(row(factor, weights, number));
    int[] widths =
        IntStream.rangeClosed(0, scheme.stages())
            .map(j -> rows.stream().mapToInt(row -> width(row, j)).max().orElse(0))
            .toArray();
    List<String> lines =
        rows.stream()
            .map(row -> line(row, widths))
            .collect(Collectors.toCollection(ArrayList::new));
    int all = lines.get(scheme.stages()).length();
    lines.add(
        scheme.stages(),
        "  " + "-".repeat(widths[0] + 1) + "+" + "-".repeat(Math.max(2, all - widths[0] - 4)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> row(
      String left, List<Exact> numbers, Function<Exact, String> number) {
    List<String> row = new ArrayList<>(List.of(left));
    numbers.forEach(each -> row.add(number.apply(each)));
    return row;
  }

  /** A long decimal is cut. */
  private static String shown(Exact number) {
    String text = ShortText.of(number);
    boolean isDecimal = text.matches("-?[0-9]+\\.[0-9]+(\\.\\.\\.)?");
    return isDecimal && text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static int width(List<String> row, int column) {
    return column < row.size() ? row.get(column).length() : 0;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int j = 0; j < row.size(); j++) {
      line.append(" ".repeat(widths[j] - row.get(j).length())).append(row.get(j));
      line.append(j == 0 ? " | " : "  ");
    }
    return line.toString().stripTrailing();
  }
}
