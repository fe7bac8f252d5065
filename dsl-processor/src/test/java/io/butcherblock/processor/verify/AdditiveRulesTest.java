package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is proved of additive schemes for y' = f(y) + g(y). */
class AdditiveRulesTest {

  private static final String EULER = "0 |; --; | 1";
  private static final String MIDPOINT = "0 | 0 0; 1/2 | 1/2 0; --; | 0 1";
  private static final String HEUN = "0 | 0 0; 1 | 1 0; --; | 1/2 1/2";
  private static final String KUTTA = "0 |; 1/2 | 1/2; 1/2 | 0 1/2; 1 | 0 0 1; --; 1/6 * | 1 2 2 1";

  /** Half a step with g, one with f, half a step with g, each by Euler's method. */
  private static final String STRANG_F = "0 | 0 0 0; 0 | 0 0 0; 1 | 0 1 0; --; | 0 1 0";

  private static final String STRANG_G = "0 | 0 0 0; 1/2 | 1/2 0 0; 1/2 | 1/2 0 0; --; | 1/2 0 1/2";

  private static AdditiveRungeKutta scheme(int order, String f, String g) {
    return new AdditiveRungeKutta("Scheme", order, tableau(f), tableau(g), Tolerance.NONE);
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Part", 1, text.split("; ?", -1));
  }

  private static List<String> texts(AdditiveRungeKutta scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
  }

  private static List<String> proof(AdditiveRungeKutta scheme) {
    VerificationResult result = Verifier.verify(scheme);
    assertEquals(List.of(), result.findings());
    return result.verified().orElseThrow().proof();
  }

  private static String order(int order, int conditions) {
    return "order "
        + order
        + ": all "
        + conditions
        + " conditions of trees with nodes of f and of g hold";
  }

  /** Euler's method halves f'f and g'g; what is of both is right, as in Strang's splitting. */
  @Test
  void splittingWithEulersMethod() {
    assertEquals(
        List.of(
            "explicit for y' = f(y) + g(y): 1 evaluation of f, 2 of g",
            order(1, 2),
            "order 2: 2 of 4 conditions fail, those of f'f; g'g",
            "f alone: order 1, stable on the real axis from -2 to 0, on the imaginary axis at 0"
                + " only",
            "g alone: order 1, stable on the real axis from -4 to 0, on the imaginary axis at 0"
                + " only"),
        proof(scheme(1, STRANG_F, STRANG_G)));
  }

  /** Both have order 2, but sum b_i C_i = 1 and sum B_i c_i = 1/4 where 1/2 is wanted. */
  @Test
  void couplingOfTwoMethodsOfOrderTwo() {
    assertTrue(
        proof(scheme(1, MIDPOINT, HEUN))
            .contains("order 2: 2 of 4 conditions fail, those of f'g; g'f"));
    List<String> texts = texts(scheme(2, MIDPOINT, HEUN));
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(
        texts
            .get(0)
            .contains(
                "Scheme claims order 2, but the condition of the elementary differential f'g"
                    + " (order 2) gives 1, not 1/2 (off by 1/2). In all, 2 of the 4 conditions of"
                    + " this order fail; order 1 holds."),
        texts::toString);
  }

  /**
   * Random tableaus; another program found which conditions fail, from the recursion over trees.
   */
  @Test
  void conditionsOfRandomTableaus() {
    assertTrue(
        proof(
                scheme(
                    1,
                    "0 | 0 0 0; 1/2 | 1/2 0 0; 1/5 | 17/10 -3/2 0; --; | 2/5 19/15 -2/3",
                    "0 | 0 0 0; 1/3 | 1/3 0 0; 1/5 | 17/10 -3/2 0; --; | -19/30 13/10 1/3"))
            .contains("order 2: 2 of 4 conditions fail, those of f'g; g'f"));
    assertTrue(
        proof(
                scheme(
                    1,
                    "0 | 0 0 0; 3/2 | 3/2 0 0; 1/2 | -1 3/2 0; --; | 2/3 1/3 0",
                    "0 | 0 0 0; 0 | 0 0 0; 1/2 | 2 -3/2 0; --; | 1 1/3 -1/3"))
            .contains("order 2: 3 of 4 conditions fail, those of f'g; g'f; g'g"));
  }

  /** With one tableau for both it is that method for the sum, whose order it has. */
  @Test
  void equalTableausAreTheMethodOfTheSum() {
    List<String> proof = proof(scheme(4, KUTTA, KUTTA));
    assertEquals("explicit for y' = f(y) + g(y): 4 evaluations of f, 4 of g", proof.get(0));
    assertEquals(
        List.of(order(1, 2), order(2, 4), order(3, 14), order(4, 52)), proof.subList(1, 5));
    // None of the 9 conditions of order 5 holds for Kutta's method.
    assertEquals("order 5: 214 of 214 conditions fail", proof.get(5));
    // R(z) of Kutta's method for y' = lambda y.
    assertEquals(
        "R(z) = 1/24 z^4 + 1/6 z^3 + 1/2 z^2 + z + 1, for f(y) = g(y) = lambda y / 2",
        Verifier.verify(scheme(4, KUTTA, KUTTA)).verified().orElseThrow().stability().formula());
  }

  /** The most conditions that are looked at: 18,996 of order 8 would be, of 8 stages. */
  @Test
  @Timeout(20)
  void anOrderThatIsTooHighIsToldSoon() {
    assertEquals(
        List.of("OrderTooHigh"),
        Verifier.verify(scheme(8, KUTTA, KUTTA)).findings().stream()
            .map(finding -> finding.message().tag())
            .toList());
    List<String> texts = texts(scheme(9, KUTTA, KUTTA));
    assertTrue(texts.get(0).contains("order 9"), texts::toString);
  }

  @Test
  void aLowClaimIsAWarning() {
    List<String> texts = texts(scheme(1, MIDPOINT, MIDPOINT));
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains("order 2"), texts::toString);
  }

  @Test
  void oneWrongNumberIsFound() {
    String weight = MIDPOINT.replace("| 0 1", "| 0 1/2");
    assertTrue(
        texts(scheme(2, MIDPOINT, weight))
            .get(0)
            .endsWith(
                "With 1 instead of 1/2 as the weight of stage 2 of g, all conditions of order 2"
                    + " hold."),
        () -> texts(scheme(2, MIDPOINT, weight)).toString());
    String abscissa = STRANG_F.replace("1 | 0 1 0", "1/3 | 0 1 0");
    assertTrue(
        texts(scheme(1, abscissa, STRANG_G))
            .get(0)
            .endsWith(
                "With 1 instead of 1/3 as the abscissa c_3 of f, all conditions of order 1 hold."),
        () -> texts(scheme(1, abscissa, STRANG_G)).toString());
  }

  /** A method of order 2 with sqrt(2), its numbers to eight places. */
  @Test
  void decimalsHoldToATolerance() {
    String rounded = "0 | 0 0; 0.70710678 | 0.70710678 0; --; | 0.29289322 0.70710678";
    AdditiveRungeKutta scheme =
        scheme(2, rounded, rounded).withTolerance(new Tolerance("1e-8", Exact.of(1, 100_000_000)));
    List<String> proof = proof(scheme);
    assertTrue(
        proof.get(2).startsWith("order 2 to 1e-8: all 4 conditions of trees"), proof::toString);
    List<String> without = texts(scheme(2, rounded, rounded));
    assertTrue(without.get(0).contains("tolerance"), without::toString);
  }

  @Test
  void oneStageMakesEulersMethod() {
    assertEquals(
        "explicit for y' = f(y) + g(y): 1 evaluation of f, 1 of g",
        proof(scheme(1, EULER, EULER)).get(0));
  }
}
