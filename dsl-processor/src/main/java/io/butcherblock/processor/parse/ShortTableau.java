package io.butcherblock.processor.parse;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tableau as a textbook prints it; long numbers are cut, which their dots say. */
final class ShortTableau {

  private static final int LONGEST = 20;

  private ShortTableau() {}

  static String of(RungeKutta scheme) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < scheme.stages(); i++) {
      List<String> row = new ArrayList<>(List.of(shown(scheme.c().get(i))));
      scheme.a().get(i).subList(0, i).forEach(a -> row.add(shown(a)));
      rows.add(row);
    }
    List<String> weights = new ArrayList<>(List.of(""));
    IntStream.range(0, scheme.stages()).forEach(j -> weights.add(shown(scheme.b(j))));
    rows.add(weights);
    int[] widths = new int[scheme.stages() + 1];
    rows.forEach(
        row ->
            IntStream.range(0, row.size())
                .forEach(j -> widths[j] = Math.max(widths[j], row.get(j).length())));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(padded(row.get(0), widths[0])).append(" |");
      for (int j = 1; j < row.size(); j++) {
        line.append("  ").append(padded(row.get(j), widths[j]));
      }
      lines.add(line.toString().stripTrailing());
    }
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    lines.add(
        scheme.stages(),
        "-".repeat(widths[0] + 1) + "+" + "-".repeat(Math.max(1, width - widths[0] - 2)));
    return String.join("\n", lines);
  }

  /** A long decimal is cut. */
  private static String shown(Exact number) {
    String text = ShortText.of(number);
    boolean isDecimal = text.matches("-?[0-9]+\\.[0-9]+(\\.\\.\\.)?");
    return isDecimal && text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
