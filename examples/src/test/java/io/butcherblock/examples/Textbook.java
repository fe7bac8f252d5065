package io.butcherblock.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.objecthunter.exp4j.ExpressionBuilder;

/**
 * Reads the text of a declaration by other means than the compiler, and takes the steps that it
 * defines, on vectors.
 */
final class Textbook {

  private static final Pattern TERM =
      Pattern.compile("([+-]?) *((?:\\([^)]*\\)|[0-9./])*) *h?(\\^2)? *([yf])\\[n(?:([+-]\\d+))?]");
  private static final String AS_TABLEAU = "As a Butcher tableau:";
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final UnaryOperator<double[]> vectorField;
  private final double h;

  /** f of a value of the solution is one vector, however often it is asked for. */
  private final IdentityHashMap<double[], double[]> known = new IdentityHashMap<>();

  /**
   * A textbook whose problem is y' = f(y).
   *
   * @param vectorField f
   * @param h the step size
   */
  Textbook(UnaryOperator<double[]> vectorField, double h) {
    this.vectorField = vectorField;
    this.h = h;
  }

  private double[] f(double[] y) {
    return known.computeIfAbsent(y, vectorField);
  }

  private static final Pattern ITERATIONS =
      Pattern.compile("\n\n(\\d+) iterations? of it, as an explicit tableau:\n");

  /** Whether a declaration is a tableau, and not another form with its tableau below it. */
  static boolean isTableau(String text) {
    return !text.contains(AS_TABLEAU);
  }

  /** One step from y by a one-step scheme, as its own form defines it. */
  double[] step(String text, double[] y) {
    if (isTableau(text)) {
      return tableau(text, y);
    }
    List<String> rows =
        text.substring(0, text.indexOf(AS_TABLEAU)).lines().filter(row -> !row.isBlank()).toList();
    boolean isLowStorage = numbers(rows.get(0)).size() == 2;
    return isLowStorage ? lowStorage(rows, y) : shuOsher(rows, y);
  }

  /** q = A q + h f(y), y = y + B q. */
  private double[] lowStorage(List<String> rows, double[] begin) {
    double[] y = begin;
    double[] q = new double[y.length];
    for (String row : rows) {
      List<Double> ab = numbers(row);
      double[] next = new double[y.length];
      add(next, ab.get(0), q);
      add(next, h, f(y));
      q = next;
      double[] sum = y.clone();
      add(sum, ab.get(1), q);
      y = sum;
    }
    return y;
  }

  /** u_i = sum_k alpha_ik u_k + h beta_ik f(u_k). */
  private double[] shuOsher(List<String> rows, double[] begin) {
    List<double[]> u = new ArrayList<>(List.of(begin));
    for (String row : rows) {
      List<Double> alpha = numbers("|" + row.substring(0, row.indexOf('|')));
      List<Double> beta = numbers(row);
      double[] sum = new double[begin.length];
      for (int k = 0; k < u.size(); k++) {
        add(sum, alpha.get(k), u.get(k));
        if (beta.get(k) != 0) {
          add(sum, h * beta.get(k), f(u.get(k)));
        }
      }
      u.add(sum);
    }
    return u.get(u.size() - 1);
  }

  /** One step from y by the scheme of a tableau. */
  private double[] tableau(String text, double[] y) {
    Matcher iterations = ITERATIONS.matcher(text);
    if (iterations.find()) {
      int rounds = Integer.parseInt(iterations.group(1));
      return iterated(text.substring(0, iterations.start()), rounds, y);
    }
    List<double[]> k = new ArrayList<>();
    List<String> rows = rows(text);
    for (String row : rows.subList(0, rows.size() - 1)) {
      k.add(f(sum(y, 1, numbers(row), k)));
    }
    return weighted(rows.get(rows.size() - 1), k, y);
  }

  private double[] iterated(String text, int rounds, double[] y) {
    List<String> rows = rows(text);
    List<double[]> arguments = new ArrayList<>(List.of(y));
    List<double[]> k = new ArrayList<>(Collections.nCopies(rows.size() - 1, f(y)));
    for (int round = 0; round < rounds; round++) {
      List<double[]> before = List.copyOf(k);
      for (int i = 0; i < k.size(); i++) {
        double[] argument = sum(y, 1, numbers(rows.get(i)), before);
        // What is the same but for rounding is one evaluation.
        double[] same =
            arguments.stream()
                .filter(other -> isNear(other, argument, 1e-14))
                .findFirst()
                .orElse(argument);
        arguments.add(same);
        k.set(i, f(same));
      }
    }
    return weighted(rows.get(k.size()), k, y);
  }

  /** The rows of stages, and the row of weights behind them; not that of an embedded method. */
  private static List<String> rows(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> rows = new ArrayList<>(lines);
    rows.removeIf(line -> line.contains("--"));
    long stages = lines.stream().takeWhile(line -> !line.contains("--")).count();
    return rows.subList(0, (int) stages + 1);
  }

  private double[] weighted(String weights, List<double[]> k, double[] y) {
    String left = weights.substring(0, weights.indexOf('|'));
    double factor = left.contains("*") ? number(left.replace("*", "")) : 1;
    return sum(y, factor, numbers(weights), k);
  }

  /** y + h factor sum_j a_j k_j; y itself where the sum is empty. */
  private double[] sum(double[] y, double factor, List<Double> a, List<double[]> k) {
    double[] sum = y.clone();
    for (int j = 0; j < a.size(); j++) {
      if (a.get(j) != 0) {
        add(sum, h * factor * a.get(j), k.get(j));
      }
    }
    return a.stream().allMatch(each -> each == 0) ? y : sum;
  }

  /**
   * The steps of a recurrence.
   *
   * @param begin y[0] and the values that a starting procedure has made of it; what lies before
   *     y[0] is 0
   * @return y[steps]
   */
  double[] recurrence(String text, List<double[]> begin, int steps) {
    List<double[]> y = new ArrayList<>(begin);
    String[] parts = text.split("\npredicted by\n", -1);
    String[] predictor = parts.length == 1 ? new String[0] : parts[1].split("\ncorrected ", -1);
    int corrections =
        predictor.length < 2 ? 1 : Integer.parseInt(predictor[1].replace(" times", "").strip());
    for (int n = begin.size() - 1; n < steps; n++) {
      if (predictor.length == 0) {
        y.add(rightSide(text, y, n, y.get(0)));
        continue;
      }
      double[] next = rightSide(predictor[0], y, n, y.get(0));
      for (int i = 0; i < corrections; i++) {
        next = rightSide(parts[0], y, n, next);
      }
      y.add(next);
    }
    return y.get(steps);
  }

  /** The first values of y'' = f(y) with y'(0) = 0, y(0) being given. */
  List<double[]> fromRest(double[] y0, int steps) {
    List<double[]> y = new ArrayList<>(List.of(y0));
    for (int n = 0; n < steps; n++) {
      double[] next = new double[y0.length];
      // y(-h) = y(h), as such a solution is even.
      double half = n == 0 ? 0.5 : 1;
      add(next, 2 * half, y.get(n));
      add(next, n == 0 ? 0 : -1, y.get(Math.max(0, n - 1)));
      add(next, half * h * h, f(y.get(n)));
      y.add(next);
    }
    return y;
  }

  /** The weights of a tableau, or the coefficients of a recurrence as they are written. */
  static double[] coefficients(String text) {
    if (!text.contains("[n")) {
      List<String> rows = rows(text);
      return numbers(rows.get(rows.size() - 1)).stream().mapToDouble(b -> b).toArray();
    }
    return TERM.matcher(text.substring(text.indexOf('=') + 1))
        .results()
        .mapToDouble(term -> term.group(2).isEmpty() ? 1 : number(term.group(2)))
        .toArray();
  }

  /**
   * The right-hand side of a recurrence.
   *
   * @param ahead what stands for y[n+1] in f[n+1]
   */
  private double[] rightSide(String text, List<double[]> y, int n, double[] ahead) {
    String rightSide = text.substring(text.indexOf('=') + 1);
    double[] next = new double[y.get(0).length];
    Matcher term = TERM.matcher(rightSide);
    while (term.find()) {
      int back = term.group(5) == null ? 0 : -Integer.parseInt(term.group(5));
      double c = term.group(2).isEmpty() ? 1 : number(term.group(2));
      boolean isValue = term.group(4).equals("y");
      double factor = isValue ? 1 : term.group(3) == null ? h : h * h;
      c = (term.group(1).equals("-") ? -c : c) * factor;
      if (n - back >= 0) {
        double[] at = back < 0 ? ahead : y.get(n - back);
        add(next, c, isValue ? at : f(at));
      }
    }
    return next;
  }

  private static void add(double[] sum, double c, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += c * vector[i];
    }
  }

  private static List<Double> numbers(String row) {
    Matcher words = WORD.matcher(row.substring(row.indexOf('|') + 1));
    return words.results().map(word -> number(word.group())).toList();
  }

  static double number(String text) {
    return new ExpressionBuilder(text).build().evaluate();
  }

  static double[] unit(int size, int place) {
    double[] vector = new double[size];
    vector[place] = 1;
    return vector;
  }

  static boolean isNear(double[] expected, double[] actual, double tolerance) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      if (Math.abs(expected[i] - actual[i]) > tolerance * Math.max(1, size)) {
        return false;
      }
    }
    return true;
  }
}
