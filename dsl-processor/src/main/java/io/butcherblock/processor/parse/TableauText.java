package io.butcherblock.processor.parse;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An explicit tableau as it can be declared, in columns. */
final class TableauText {

  private static final int MOST_STAGES = 32;

  private TableauText() {}

  static String of(RungeKutta scheme) {
    if (scheme.stages() > MOST_STAGES) {
      return String.format(Locale.ROOT, "  (%d stages)\n", scheme.stages());
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < scheme.stages(); i++) {
      rows.add(row(ShortText.entry(scheme.c().get(i)), scheme.a().get(i).subList(0, i)));
    }
    String factor = scheme.factor().isOne() ? "" : ShortText.entry(scheme.factor()) + " *";
    rows.add(row(factor, scheme.weights()));
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

  private static List<String> row(String left, List<Exact> numbers) {
    List<String> row = new ArrayList<>(List.of(left));
    numbers.forEach(number -> row.add(ShortText.entry(number)));
    return row;
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
