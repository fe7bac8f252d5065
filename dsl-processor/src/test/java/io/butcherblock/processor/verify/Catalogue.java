package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.Parsed;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.parse.TableauParser;
import java.util.List;

/** Classical schemes with their orders (Hairer, N&oslash;rsett, Wanner I, chapters II and III). */
public final class Catalogue {

  /**
   * The scheme of three stages with c_2 = sqrt(2)/2 and c_3 = sqrt(3)/2. The conditions of order 3
   * give b_2 = (3 c_3 - 2) / (6 c_2 (c_3 - c_2)), b_3 = (2 - 3 c_2) / (6 c_3 (c_3 - c_2)) and a_32
   * = 1 / (6 b_3 c_2).
   */
  private static final RungeKutta SQUARE_ROOTS_3 =
      tableau(
          "SquareRoots3",
          3,
          "0 |",
          "sqrt(2)/2 | sqrt(2)/2",
          "sqrt(3)/2 | sqrt(3)/2-(3-sqrt(6))/(4*sqrt(2)-6) (3-sqrt(6))/(4*sqrt(2)-6)",
          "--",
          " | 1-(3*sqrt(3)-4)/(3*sqrt(6)-6)-(4-3*sqrt(2))/(9-3*sqrt(6))"
              + " (3*sqrt(3)-4)/(3*sqrt(6)-6) (4-3*sqrt(2))/(9-3*sqrt(6))");

  private static final List<RungeKutta> TABLEAUS =
      List.of(
          tableau("Euler", 1, "0 |", "--", " | 1"),
          tableau("Midpoint", 2, "0 |", "1/2 | 1/2", "--", " | 0 1"),
          tableau("Ralston2", 2, "0 |", "2/3 | 2/3", "--", "1/4 * | 1 3"),
          tableau("Heun3", 3, "0 |", "1/3 | 1/3", "2/3 | 0 2/3", "--", "1/4 * | 1 0 3"),
          tableau("Kutta3", 3, "0 |", "1/2 | 1/2", "1 | -1 2", "--", "1/6 * | 1 4 1"),
          tableau("Ssp33", 3, "0 |", "1 | 1", "1/2 | 1/4 1/4", "--", " | 1/6 1/6 2/3"),
          tableau(
              "Kutta4", 4, "0 |", "1/2 | 1/2", "1/2 | 0 1/2", "1 | 0 0 1", "--", "1/6 * | 1 2 2 1"),
          tableau(
              "ThreeEighths",
              4,
              "0 |",
              "1/3 | 1/3",
              "2/3 | -1/3 1",
              "1 | 1 -1 1",
              "--",
              "1/8 * | 1 3 3 1"),
          tableau(
              "Gill",
              4,
              "0 |",
              "1/2 | 1/2",
              "1/2 | (sqrt(2)-1)/2 (2-sqrt(2))/2",
              "1 | 0 -sqrt(2)/2 1+sqrt(2)/2",
              "--",
              "1/6 * | 1 2-sqrt(2) 2+sqrt(2) 1"),
          SQUARE_ROOTS_3,
          tableau(
              "DormandPrince5",
              5,
              "0 |",
              "1/5 | 1/5",
              "3/10 | 3/40 9/40",
              "4/5 | 44/45 -56/15 32/9",
              "8/9 | 19372/6561 -25360/2187 64448/6561 -212/729",
              "1 | 9017/3168 -355/33 46732/5247 49/176 -5103/18656",
              "--",
              " | 35/384 0 500/1113 125/192 -2187/6784 11/84"),
          tableau(
              "Butcher6",
              6,
              "0 |",
              "1/2 | 1/2",
              "2/3 | 2/9 4/9",
              "1/3 | 7/36 2/9 -1/12",
              "5/6 | -35/144 -55/36 35/48 15/8",
              "1/6 | -1/360 -11/36 -1/8 1/2 1/10",
              "1 | -41/260 22/13 43/156 -118/39 32/195 80/39",
              "--",
              " | 13/200 0 11/40 11/40 4/25 4/25 13/200"));

  private static final List<Multistep> RECURRENCES =
      List.of(
          multistep("Leapfrog", 2, "y[n+1] = y[n-1] + 2 h f[n]"),
          multistep("AdamsBashforth2", 2, "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]"),
          multistep(
              "AdamsBashforth3",
              3,
              "y[n+1] = y[n] + 23/12 h f[n] - 16/12 h f[n-1] + 5/12 h f[n-2]"),
          multistep(
              "AdamsBashforth4",
              4,
              "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 9/24 h f[n-3]"),
          multistep("Nystroem3", 3, "y[n+1] = y[n-1] + 7/3 h f[n] - 2/3 h f[n-1] + 1/3 h f[n-2]"),
          multistep("Milne4", 4, "y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]"));

  private Catalogue() {}

  public static List<RungeKutta> tableaus() {
    return TABLEAUS;
  }

  public static List<Multistep> recurrences() {
    return RECURRENCES;
  }

  public static RungeKutta tableau(String name, int order, String... lines) {
    Parsed<RungeKutta> parsed = TableauParser.parse(name, order, String.join("\n", lines));
    assertEquals(List.of(), parsed.findings());
    return parsed.value().orElseThrow();
  }

  /** A recurrence for y'' = f(y), its terms of f with h^2, from y' = 0, each block one step. */
  public static Multistep secondOrder(int order, String recurrence) {
    Parsed<List<Multistep.Term>> parsed = RecurrenceParser.parse("Scheme", recurrence);
    assertEquals(List.of(), parsed.findings());
    return new Multistep(
            "Scheme",
            order,
            parsed.value().orElseThrow(),
            1,
            new StartingProcedure.FromRest(),
            /* carriesHistory= */ true)
        .withEquationOrder(2);
  }

  /** A recurrence of 6 steps, started by a scheme that is accurate enough. */
  public static Multistep multistep(String name, int order, String recurrence) {
    Parsed<List<Multistep.Term>> parsed = RecurrenceParser.parse(name, recurrence);
    assertEquals(List.of(), parsed.findings());
    return new Multistep(
        name,
        order,
        parsed.value().orElseThrow(),
        6,
        new StartingProcedure.OneStep(
            tableau(
                "Kutta4",
                4,
                "0 |",
                "1/2 | 1/2",
                "1/2 | 0 1/2",
                "1 | 0 0 1",
                "--",
                "1/6 * | 1 2 2 1")));
  }
}
