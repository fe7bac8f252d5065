package io.butcherblock.recover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A recovered scheme as text: a tableau, or the stages one by one where it is none. */
public final class TableauText {

  /** What distinguishes a factor of the input from 1. */
  private static final double ROUNDING = 1e-9;

  /** A tableau of more stages is too wide for a terminal. */
  private static final int MOST_STAGES = 8;

  private final BlockTableau tableau;

  private TableauText(BlockTableau tableau) {
    this.tableau = tableau;
  }

  /** The lines, each with its line feed. */
  public static String of(BlockTableau tableau) {
    TableauText text = new TableauText(tableau);
    return tableau.distanceOfInput() <= ROUNDING && tableau.stages() <= MOST_STAGES
        ? text.square()
        : text.stages();
  }

  private String square() {
    int stages = tableau.stages();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      int row = i;
      List<String> cells = new ArrayList<>(List.of(number(tableau.c(i))));
      IntStream.range(0, i).forEach(j -> cells.add(number(tableau.a(row, j))));
      rows.add(cells);
    }
    List<String> weights = new ArrayList<>(List.of(""));
    IntStream.range(0, stages).forEach(j -> weights.add(number(tableau.b(j))));
    rows.add(weights);
    int width = rows.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= stages; i++) {
      if (i == stages) {
        text.append("-".repeat(width + 1)).append('+');
        text.append("-".repeat((width + 1) * stages)).append('\n');
      }
      List<String> cells = rows.get(i);
      StringBuilder line = new StringBuilder(fill(cells.get(0), width)).append(" |");
      cells.stream().skip(1).forEach(cell -> line.append(' ').append(fill(cell, width)));
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String fill(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }

  private String stages() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tableau.stages(); i++) {
      int stage = i;
      double[] row = IntStream.range(0, i).mapToDouble(j -> tableau.a(stage, j)).toArray();
      text.append("k%s = h f(%s)%n".formatted(i + 1, sum(tableau.ofInput(i), row)));
    }
    double[] weights = IntStream.range(0, tableau.stages()).mapToDouble(tableau::b).toArray();
    return text.append("y1 = %s%n".formatted(sum(tableau.resultOfInput(), weights))).toString();
  }

  private static String sum(double ofInput, double[] ofStages) {
    StringBuilder sum = new StringBuilder();
    append(sum, ofInput, "y0");
    for (int j = 0; j < ofStages.length; j++) {
      append(sum, ofStages[j], "k" + (j + 1));
    }
    return sum.isEmpty() ? "0" : sum.toString();
  }

  /** A value plus a multiple of each evaluation: {@code q0 + 0.5000 l1}. */
  static String sum(String input, List<Double> factors, String evaluation) {
    StringBuilder sum = new StringBuilder(input);
    for (int j = 0; j < factors.size(); j++) {
      append(sum, factors.get(j), evaluation + (j + 1));
    }
    return sum.toString();
  }

  static void append(StringBuilder sum, double factor, String value) {
    if (factor == 0) {
      return;
    }
    sum.append(sum.isEmpty() ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ");
    String number = Math.abs(factor) == 1 ? "" : number(Math.abs(factor)) + " ";
    sum.append(number).append(value);
  }

  /** Four decimals, fewer digits than single precision has. */
  public static String number(double number) {
    double size = Math.abs(number);
    boolean isPlain = number == 0 || (size >= 1e-3 && size < 1e4);
    return String.format(Locale.ROOT, isPlain ? "%.4f" : "%.1e", number);
  }
}
