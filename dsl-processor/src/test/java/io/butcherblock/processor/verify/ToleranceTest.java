package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.Extrapolation;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.Residuals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Schemes of decimals with a tolerance, of which no order is proved. */
class ToleranceTest {

  /** Heun's scheme of order 3 to six places: sum b_i = 1, sum b_i c_i is off by 1/4000000. */
  private static final RungeKutta HEUN3 =
      Catalogue.tableau(
          "Heun3", 3, "0 |", "0.333333 | 0.333333", "0.666667 | 0 0.666667", "--", "| 0.25 0 0.75");

  private static final int DIGITS = 30;

  private static VerificationResult verify(RungeKutta scheme, String tolerance, Exact bound) {
    return Verifier.verify(scheme.withTolerance(new Tolerance(tolerance, bound)));
  }

  private static List<Message> messages(VerificationResult result) {
    return result.findings().stream().map(Finding::message).toList();
  }

  @Test
  void roundedCoefficientsAreAcceptedWithinTheTolerance() {
    VerificationResult result = verify(HEUN3, "1e-6", Exact.of(1, 1_000_000));
    assertEquals(List.of(), messages(result));
    List<String> proof = result.verified().orElseThrow().proof();
    assertEquals("row sums to 1e-6: sum_j a_ij = c_i in all 3 stages", proof.get(0));
    assertEquals("order 1 to 1e-6: the condition is missed by 0 at most", proof.get(1));
    // 3/4 2/3 + 3/4 1e-6/3.
    assertEquals("order 2 to 1e-6: the condition is missed by 2.5e-7 at most", proof.get(2));
    assertTrue(proof.stream().noneMatch(line -> line.contains("hold")), proof::toString);
    assertTrue(proof.get(4).startsWith("order 4: 4 of 4 conditions"), proof::toString);
  }

  /** The intervals are those of the scheme that is meant: |R(iy)| of exact order 3 is below 1. */
  @Test
  void stabilityIsThatOfTheSchemeThatIsMeant() {
    VerifiedScheme verified =
        verify(HEUN3, "1e-6", Exact.of(1, 1_000_000)).verified().orElseThrow();
    assertEquals(Math.sqrt(3), verified.stability().imaginaryInterval(), 1e-12);
    assertEquals(2.5127453266183286, verified.stability().realInterval(), 1e-12);
  }

  @Test
  void theLargestResidualAndItsTreeAreNamed() {
    VerificationResult result = verify(HEUN3, "1e-7", Exact.of(1, 10_000_000));
    assertEquals(List.of(Message.TOLERANCE_EXCEEDED), messages(result));
    String text = result.findings().get(0).text();
    // 3/4 ((2/3 + 1e-6/3)^2 - 4/9) is about 1/3 1e-6; 3/4 2/3 1/3 - 1/6 is 0 to first order.
    assertTrue(
        text.contains(
            "but 2 of its conditions are missed by more; the largest residual, that of sum b_i"
                + " c_i^2 (tree [t t], order 3), is about 3.3e-7; order 1 holds so. If that is"
                + " rounding, write tolerance = \"1e-6\"."),
        text);
  }

  /** A tolerance is a bound: what is exactly as far off is accepted. */
  @Test
  void theBoundItselfIsAllowed() {
    RungeKutta off = Catalogue.tableau("Off", 1, "0 |", "--", "| 0.9999");
    assertEquals(List.of(), messages(verify(off, "1e-4", Exact.of(1, 10_000))));
    assertEquals(
        List.of(Message.TOLERANCE_EXCEEDED),
        messages(verify(off, "99e-6", Exact.of(99, 1_000_000))));
  }

  @Test
  void rowSumsAreHeldToIt() {
    RungeKutta row = Catalogue.tableau("Row", 1, "0 |", "0.5 | 0.49", "--", "| 0.4 0.59999");
    VerificationResult result = verify(row, "1e-4", Exact.of(1, 10_000));
    assertEquals(List.of(Message.ROW_SUM), messages(result));
    String text = result.findings().get(0).text();
    assertTrue(text.contains("(off by -1/100, more than the tolerance 1e-4)"), text);
    assertFalse(text.contains("rounded"), text);
  }

  @Test
  void whatHoldsExactlyNeedsNone() {
    RungeKutta heun = Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "| 0.5 0.5");
    VerificationResult result = verify(heun, "1e-4", Exact.of(1, 10_000));
    assertEquals(List.of(Message.TOLERANCE_UNNEEDED), messages(result));
    assertTrue(result.verified().isPresent());
  }

  @Test
  void aBetterOrderIsTold() {
    VerificationResult result = verify(HEUN3.withOrder(2), "1e-6", Exact.of(1, 1_000_000));
    assertEquals(List.of(Message.ORDER_TOO_LOW), messages(result));
  }

  /**
   * Dormand and Prince, J. Comput. Appl. Math. 6 (1980): in fractions, 11 of 20 conditions fail.
   */
  @Test
  void whatTheToleranceAllowsFailsInNoOrder() {
    RungeKutta scheme =
        Catalogue.tableau(
            "DormandPrince",
            5,
            "0 |",
            "0.2 | 0.2",
            "0.3 | 0.075 0.225",
            "0.8 | 0.97777777777777778 -3.7333333333333333 3.5555555555555556",
            "0.88888888888888889 | 2.9525986892242036 -11.595793324188386 9.8228928516994361"
                + " -0.29080932784636488",
            "1 | 2.8462752525252525 -10.757575757575758 8.9064227177434725 0.27840909090909091"
                + " -0.27353130360205832",
            "--",
            "| 0.091145833333333333 0 0.44923629829290207 0.65104166666666667"
                + " -0.32237617924528302 0.13095238095238095");
    Exact bound = Exact.of(1, 100_000_000_000_000L);
    List<String> proof = verify(scheme, "1e-14", bound).verified().orElseThrow().proof();
    assertEquals("order 6: 11 of 20 conditions fail; principal error A_6 = 0.000399", proof.get(6));
    // The conditions of order 5 do not fail where order 4 is claimed: that is what the warning
    // says.
    List<String> lower =
        verify(scheme.withOrder(4), "1e-14", bound).verified().orElseThrow().proof();
    assertTrue(lower.get(lower.size() - 1).startsWith("order 4 to 1e-14: "), lower::toString);
  }

  /** What is off by more than a millionth is no rounding. */
  @Test
  void aLargeResidualIsAnError() {
    RungeKutta off = Catalogue.tableau("Off", 2, "0 |", "1 | 1", "--", "| 0.5 0.25");
    String text = verify(off, "1e-6", Exact.of(1, 1_000_000)).findings().get(0).text();
    // sum b_i c_i = 1/4, not 1/2: as far off as sum b_i = 3/4, which is the first of them.
    assertEquals(
        "[OrderTooHigh] Off claims order 2 to 1e-6, but 2 of its conditions are missed by more; the"
            + " largest residual, that of sum b_i (tree t, order 1), is -1/4; not even order 1"
            + " holds so. With about 0.5 instead of 0.25 as the weight of stage 2, all conditions"
            + " of order 2 hold to 1e-6.",
        text);
    RungeKutta second = Catalogue.tableau("Off", 2, "0 |", "1 | 1", "--", "| 0.75 0.25");
    text = verify(second, "1e-6", Exact.of(1, 1_000_000)).findings().get(0).text();
    assertTrue(
        text.endsWith("order 1 holds so. Compare the entries with their source, or claim order 1."),
        text);
    // A millionth itself is too large: no tolerance is proposed.
    RungeKutta millionth = Catalogue.tableau("Off", 1, "0 |", "--", "| 1.000001");
    text = verify(millionth, "1e-9", Exact.of(1, 1_000_000_000)).findings().get(0).text();
    assertTrue(
        text.endsWith(
            "With about 1 instead of 1.000001 as the weight of stage 1, all conditions of order 1"
                + " hold to 1e-9."),
        text);
  }

  /** sum b_i is off by 1e-7, sum b_i c_i by 3e-7: the tolerance is that of the larger one. */
  @Test
  void theToleranceThatWouldDoIsProposed() {
    RungeKutta off =
        Catalogue.tableau("Off", 2, "0 |", "0.5 | 0.5", "--", "| -0.0000005 1.0000006");
    String text = verify(off, "1e-9", Exact.of(1, 1_000_000_000)).findings().get(0).text();
    assertTrue(text.contains("that of sum b_i c_i (tree [t], order 2), is 3e-7;"), text);
    assertTrue(text.endsWith("write tolerance = \"1e-6\"."), text);
  }

  @Test
  void anOrderIsClaimedAsElsewhere() {
    Exact bound = Exact.of(1, 1_000_000);
    assertEquals(
        List.of(Message.ORDER_NOT_POSITIVE), messages(verify(HEUN3.withOrder(0), "1e-6", bound)));
    assertEquals(
        List.of(Message.ORDER_BEYOND_STAGES), messages(verify(HEUN3.withOrder(4), "1e-6", bound)));
    // It is of order 1 with a tolerance; of 2 stages, order 2 is the most.
    RungeKutta midpoint = Catalogue.tableau("Midpoint", 1, "0 |", "0.5 | 0.500001", "--", "| 0 1");
    VerificationResult result = verify(midpoint, "1e-5", Exact.of(1, 100_000));
    assertEquals(List.of(Message.ORDER_TOO_LOW), messages(result));
    assertTrue(
        result
            .findings()
            .get(0)
            .text()
            .endsWith("all conditions of order 2 hold to 1e-5. Claim" + " order 2."));
    List<String> proof = result.verified().orElseThrow().proof();
    assertEquals("order 1 to 1e-5: the condition is missed by 0 at most", proof.get(1));
  }

  @Test
  void conditionsOfEachOrderAreCounted() {
    List<String> proof =
        verify(HEUN3, "1e-6", Exact.of(1, 1_000_000)).verified().orElseThrow().proof();
    assertTrue(
        proof.get(3).startsWith("order 3 to 1e-6: all 2 conditions are missed by 3.3"),
        proof.get(3));
  }

  @Test
  void theWorstConditionOfAnOrderIsFound() {
    Residuals residuals = new Residuals(HEUN3);
    assertEquals("[t t]", residuals.worst(3).tree().toString());
    assertEquals("[t]", residuals.worst(2).tree().toString());
    // 3/4 c_3 - 1/2 = 1/4000000.
    assertEquals(Exact.of(1, 4_000_000), residuals.of(residuals.worst(2)));
  }

  /** Of order 14, which takes too long to prove of 50 stages in decimals. */
  @Test
  void anOrderIsProvedWhereTheNextOneWouldTakeTooLong() {
    RungeKutta exact = Extrapolation.midpoint(14);
    RungeKutta rounded =
        new RungeKutta(
            "Rounded",
            13,
            exact.a().stream().map(ToleranceTest::rounded).toList(),
            rounded(exact.weights()),
            exact.factor(),
            rounded(exact.c()));
    Exact bound = Exact.of(BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(25)));
    assertEquals(List.of(), messages(verify(rounded, "1e-25", bound)));
  }

  private static List<Exact> rounded(List<Exact> row) {
    BigInteger power = BigInteger.TEN.pow(DIGITS);
    return row.stream()
        .map(
            number ->
                new BigDecimal(number.numerator())
                    .divide(new BigDecimal(number.denominator()), DIGITS, RoundingMode.HALF_EVEN))
        .map(number -> Exact.of(BigFraction.of(number.unscaledValue(), power)))
        .toList();
  }
}
