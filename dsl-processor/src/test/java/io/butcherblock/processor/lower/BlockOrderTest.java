package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.order.BlockOrder;
import io.butcherblock.processor.verify.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order that is stated of a chain of blocks is the one that is measured. */
class BlockOrderTest {

  /** u = (sin t, 1 / (1 + t)) solves it; the state is (t, y1, y2). */
  private static double[] coupled(double[] v) {
    double sin = Math.sin(v[0]);
    double reciprocal = 1 / (1 + v[0]);
    return new double[] {
      1,
      Math.cos(v[0]) + v[2] * v[2] + v[1] * v[2] - reciprocal * reciprocal - sin * reciprocal,
      -reciprocal * reciprocal + Math.sin(2 * v[1]) - v[2] - Math.sin(2 * sin) + reciprocal
    };
  }

  private static final String AB2 = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]";

  private static String recurrence(String name) {
    return switch (name) {
      case "AB2" -> AB2;
      case "AB3" -> "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";
      case "AB4" -> "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3]";
      case "leapfrog" -> "y[n+1] = y[n-1] + 2 h f[n]";
      case "nystroem3" -> "y[n+1] = y[n-1] + 7/3 h f[n] - 2/3 h f[n-1] + 1/3 h f[n-2]";
      case "milne" -> "y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]";
      case "averaged" -> "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/4 h f[n] - 1/4 h f[n-1]";
      case "late" -> "y[n+1] = y[n] + h f[n] + h f[n-1] - 2 h f[n-2] + h f[n-3]";
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static StartingProcedure start(String name) {
    return switch (name) {
      case "ZERO" -> new StartingProcedure.ZeroHistory();
      case "EULER" -> StartingProcedure.euler();
      default -> new StartingProcedure.OneStep(tableau(name));
    };
  }

  private static RungeKutta tableau(String name) {
    return switch (name) {
      case "heun" -> Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "1/2 * | 1 1");
      case "heunOfOrder1" -> tableau("heun").withOrder(1);
      default ->
          Catalogue.tableaus().stream()
              .filter(scheme -> scheme.name().equals(name))
              .findFirst()
              .orElseThrow();
    };
  }

  @ParameterizedTest
  @CsvSource({
    // The error of Euler's steps is felt in each block.
    "AB2, 2, 6, EULER, 1",
    "AB2, 2, 2, EULER, 1",
    "AB2, 2, 6, heun, 2",
    "AB2, 2, 3, Kutta4, 2",
    // What it claims is no more than its start claims, and less than it has.
    "AB2, 2, 6, heunOfOrder1, 2",
    "AB3, 3, 6, EULER, 1",
    "AB3, 3, 6, heun, 2",
    "AB3, 3, 5, Midpoint, 2",
    "AB3, 3, 6, Kutta3, 3",
    "AB4, 4, 6, Kutta3, 3",
    "AB4, 4, 6, Kutta4, 4",
    "nystroem3, 3, 6, Midpoint, 2",
    "nystroem3, 3, 6, Kutta4, 3",
    "milne, 4, 6, Kutta4, 4",
    "averaged, 2, 4, EULER, 1",
    "averaged, 2, 4, heun, 2",
    // The error of the start has the sign (-1)^n: an even number of steps is without it.
    "leapfrog, 2, 3, EULER, 1",
    "leapfrog, 2, 4, EULER, 2",
    "leapfrog, 2, 5, EULER, 1",
    "leapfrog, 2, 6, EULER, 2",
    "leapfrog, 2, 4, heun, 2",
    "leapfrog, 2, 5, Kutta4, 2",
    // The last of eight steps comes from y[0] by way of y[4], that of six from the start.
    "milne, 4, 8, EULER, 2",
    "milne, 4, 6, EULER, 1",
    // Zero history: not consistent, but for one that makes up later for what it lacks at first.
    "leapfrog, 2, 4, ZERO, 0",
    "leapfrog, 2, 2, ZERO, 0",
    "leapfrog, 2, 1, ZERO, 0",
    "AB2, 2, 6, ZERO, 0",
    "AB3, 3, 4, ZERO, 0",
    "milne, 4, 6, ZERO, 0",
    "late, 1, 6, ZERO, 1",
    "late, 1, 3, ZERO, 1",
    "late, 1, 2, ZERO, 0",
  })
  void theStatedOrderIsMeasured(String name, int order, int steps, String start, int expected) {
    Multistep scheme =
        new Multistep(
            "Scheme",
            order,
            Catalogue.multistep("Scheme", order, recurrence(name)).terms(),
            steps,
            start(start));
    assertEquals(expected, BlockOrder.of(scheme));
    LoweredProgram block = Lowering.block(scheme, false);
    // Fine enough for the lowest power of h to show, coarse enough for it to be no rounding.
    int blocks = (expected < 3 ? 16_384 : expected < 4 ? 2048 : 256) / steps;
    double slope =
        Math.log(error(block, steps, blocks) / error(block, steps, 2 * blocks)) / Math.log(2);
    assertTrue(Math.abs(slope - expected) < 0.25, "measured " + slope);
  }

  private static double error(LoweredProgram block, int steps, int blocks) {
    double end = 2;
    double[] y =
        BlockRun.chain(
            block, BlockOrderTest::coupled, end / (blocks * steps), blocks, new double[] {0, 0, 1});
    return Math.hypot(y[1] - Math.sin(end), y[2] - 1 / (1 + end));
  }

  /** Work is bounded: then the order is stated that is certain. */
  @ParameterizedTest
  @CsvSource({
    "AB2, 2, 2000000000, EULER, 1",
    "AB2, 2, 2001, heun, 2",
    "leapfrog, 2, 4000, ZERO, 0"
  })
  void thousandsOfSteps(String name, int order, int steps, String start, int expected) {
    assertEquals(
        expected,
        BlockOrder.of(
            new Multistep(
                "Scheme",
                order,
                Catalogue.multistep("Scheme", order, recurrence(name)).terms(),
                steps,
                start(start))));
  }

  /**
   * A start of order p - 1 keeps the order p of a network that carries its history; from zeros f is
   * wrong once by O(1), and enters with a factor h; y is wrong by O(1).
   */
  @ParameterizedTest
  @CsvSource({
    "AB2, 2, EULER, 2",
    "AB3, 3, EULER, 2",
    "AB4, 4, Kutta3, 4",
    "AB4, 4, heun, 3",
    "leapfrog, 2, EULER, 2",
    "AB2, 2, ZERO, 1",
    "leapfrog, 2, ZERO, 0",
    "euler, 1, ZERO, 1",
  })
  void networksThatCarryTheirHistory(String name, int order, String start, int expected) {
    List<Term> terms =
        name.equals("euler")
            ? List.of(new Term(Kind.VALUE, 0, Exact.ONE), new Term(Kind.VECTOR_FIELD, 0, Exact.ONE))
            : Catalogue.multistep("Scheme", order, recurrence(name)).terms();
    assertEquals(
        expected,
        BlockOrder.of(
            new Multistep("Scheme", order, terms, 1, start(start), /* carriesHistory= */ true)));
  }

  /**
   * b = (1 + c, 1 - 2 c, c - 2, 1): the sums of the first one, two and three are 1 + c, 2 - c and
   * 0, and 3 together, so that blocks from zeros have order 1. Of longer c it is not proved.
   */
  @ParameterizedTest
  @CsvSource({"800, false, 1", "1000, false, 0", "50, true, 1", "200, true, 0"})
  void longNumbers(int bits, boolean root, int expected) {
    Exact c = Exact.ONE.over(Exact.of(2).pow(bits));
    if (root) {
      c = c.times(SquareRoot.of(Exact.of(2)).orElseThrow());
    }
    List<Exact> b =
        List.of(
            Exact.ONE.plus(c),
            Exact.ONE.minus(c.times(Exact.of(2))),
            c.minus(Exact.of(2)),
            Exact.ONE);
    List<Term> terms = new ArrayList<>(List.of(new Term(Kind.VALUE, 0, Exact.ONE)));
    for (int back = 0; back < b.size(); back++) {
      terms.add(new Term(Kind.VECTOR_FIELD, back, b.get(back)));
    }
    assertEquals(expected, BlockOrder.of(new Multistep("Scheme", 1, terms, 6, start("ZERO"))));
  }

  /** Leapfrog with an even number of steps has order 2 with any start of order 1. */
  @ParameterizedTest
  @CsvSource({"400, 2", "900, 1"})
  void longNumbersOfTheStart(int bits, int expected) {
    Exact c = Exact.ONE.over(Exact.of(2).pow(bits));
    RungeKutta longest =
        new RungeKutta(
            "Long",
            1,
            List.of(List.of(Exact.ZERO, Exact.ZERO), List.of(Exact.ONE, Exact.ZERO)),
            List.of(Exact.ONE.minus(c), c),
            Exact.ONE,
            List.of(Exact.ZERO, Exact.ONE));
    assertEquals(
        expected,
        BlockOrder.of(
            new Multistep(
                "Scheme",
                2,
                Catalogue.multistep("Scheme", 2, recurrence("leapfrog")).terms(),
                4,
                new StartingProcedure.OneStep(longest))));
  }
}
