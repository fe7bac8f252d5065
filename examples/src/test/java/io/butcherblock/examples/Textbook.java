package io.butcherblock.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a declaration with fractions by other means than the compiler, and computes
 * from it, by the definition, what the evaluations and the result of one block are: vectors whose
 * place 0 counts y0 and whose place i counts h f of evaluation i.
 */
final class Textbook {

  private static final Pattern TERM =
      Pattern.compile("([+-]?) *([0-9/]*) *h? *([yf])\\[n(?:-(\\d+))?]");

  private final int size;
  private final List<double[]> arguments = new ArrayList<>();
  private double[] result = new double[0];

  private Textbook(int evaluations) {
    this.size = evaluations + 1;
  }

  List<double[]> arguments() {
    return arguments;
  }

  double[] result() {
    return result;
  }

  static Textbook tableau(String text, int evaluations, double h) {
    Textbook book = new Textbook(evaluations);
    List<String> rows = text.lines().filter(line -> !line.contains("--")).toList();
    for (String row : rows) {
      double[] sum = book.unit(0);
      List<Double> numbers = numbers(row.substring(row.indexOf('|') + 1));
      String left = row.substring(0, row.indexOf('|'));
      double factor = left.contains("*") ? fraction(left.replace("*", "")) : 1;
      for (int j = 0; j < numbers.size(); j++) {
        sum[j + 1] += h * factor * numbers.get(j);
      }
      book.arguments.add(sum);
    }
    book.result = book.arguments.remove(book.arguments.size() - 1);
    return book;
  }

  /** From a zero history; every y[n], n below {@code steps}, is evaluated. */
  static Textbook zeroHistory(String text, int steps, double h) {
    Textbook book = new Textbook(steps);
    List<double[]> y = new ArrayList<>(List.of(book.unit(0)));
    String rightSide = text.substring(text.indexOf('=') + 1);
    for (int n = 0; n < steps; n++) {
      double[] next = new double[book.size];
      Matcher term = TERM.matcher(rightSide);
      while (term.find()) {
        int back = term.group(4) == null ? 0 : Integer.parseInt(term.group(4));
        double c = term.group(2).isEmpty() ? 1 : fraction(term.group(2));
        boolean isValue = term.group(3).equals("y");
        c = (term.group(1).equals("-") ? -c : c) * (isValue ? 1 : h);
        if (n - back >= 0) {
          add(next, c, isValue ? y.get(n - back) : book.unit(n - back + 1));
        }
      }
      y.add(next);
    }
    book.arguments.addAll(y.subList(0, steps));
    book.result = y.get(steps);
    return book;
  }

  private static void add(double[] sum, double c, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += c * vector[i];
    }
  }

  private double[] unit(int place) {
    double[] vector = new double[size];
    vector[place] = 1;
    return vector;
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\S+").matcher(text);
    while (matcher.find()) {
      numbers.add(fraction(matcher.group()));
    }
    return numbers;
  }

  private static double fraction(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Double.parseDouble(text.trim())
        : Double.parseDouble(text.substring(0, slash).trim())
            / Double.parseDouble(text.substring(slash + 1).trim());
  }
}
