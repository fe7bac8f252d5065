package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrences for y'' = f(y): Hairer, Norsett, Wanner I, section III.10. */
class SecondOrderTest {

  private static final String VERLET = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]";
  private static final String STOERMER3 =
      "y[n+1] = 2 y[n] - y[n-1] + 13/12 h^2 f[n] - 1/6 h^2 f[n-1] + 1/12 h^2 f[n-2]";

  private static String findings(Multistep scheme) {
    return Verifier.verify(scheme).findings().stream()
        .map(Finding::text)
        .collect(Collectors.joining("\n"));
  }

  private static VerifiedScheme verified(int order, String recurrence) {
    return Verifier.verify(Catalogue.secondOrder(order, recurrence)).verified().orElseThrow();
  }

  /**
   * Stoermer's explicit method of k back values of f, sum_(j below k) sigma_j nabla^j f[n], by its
   * generating function: sum_j sigma_j t^j is 1 / (1 - t) times the square of t / log(1 - t).
   */
  private static Multistep stoermer(int k, int order) {
    // -log(1 - t) / t = sum t^j / (j + 1); its inverse, by division of power series.
    List<Exact> inverse = new ArrayList<>();
    for (int n = 0; n < k; n++) {
      Exact rest = n == 0 ? Exact.ONE : Exact.ZERO;
      for (int j = 0; j < n; j++) {
        rest = rest.minus(inverse.get(j).times(Exact.of(1, n - j + 1)));
      }
      inverse.add(rest);
    }
    Exact[] b = new Exact[k];
    java.util.Arrays.fill(b, Exact.ZERO);
    Exact sigma = Exact.ZERO;
    for (int n = 0; n < k; n++) {
      for (int j = 0; j <= n; j++) {
        sigma = sigma.plus(inverse.get(j).times(inverse.get(n - j)));
      }
      long binomial = 1;
      for (int j = 0; j <= n; j++) {
        b[j] = b[j].plus(sigma.times(Exact.of(j % 2 == 0 ? binomial : -binomial)));
        binomial = binomial * (n - j) / (j + 1);
      }
    }
    List<Term> terms =
        new ArrayList<>(
            List.of(new Term(Kind.VALUE, 0, Exact.of(2)), new Term(Kind.VALUE, 1, Exact.of(-1))));
    for (int j = 0; j < k; j++) {
      terms.add(new Term(Kind.VECTOR_FIELD, j, b[j]));
    }
    return new Multistep("Stoermer", order, terms, 1, new FromRest(), /* carriesHistory= */ true)
        .withEquationOrder(2);
  }

  /** The book prints the first of them: 1; 1, 0; 13/12, -1/6, 1/12; 7/6, -5/12, 1/3, -1/12. */
  @Test
  void generatingFunctionGivesThePrintedCoefficients() {
    assertEquals(Catalogue.secondOrder(3, STOERMER3).terms(), stoermer(3, 3).terms());
    assertEquals(
        List.of(Exact.of(7, 6), Exact.of(-5, 12), Exact.of(1, 3), Exact.of(-1, 12)),
        stoermer(4, 4).terms().stream().skip(2).map(Term::coefficient).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 6, 7, 8})
  void stoermersMethodsHaveTheirOrderAndNoMore(int k) {
    int order = Math.max(2, k);
    String network = order > 3 ? "a network has order 3. There is no other start" : "";
    String accepted = findings(stoermer(k, order));
    assertTrue(accepted.contains(network), accepted);
    assertEquals(order > 3 ? 1 : 0, accepted.lines().count(), accepted);
    String tooHigh = findings(stoermer(k, order + 1));
    assertTrue(tooHigh.contains("claims order " + (order + 1)), tooHigh);
    assertTrue(tooHigh.contains("; order " + order + " holds."), tooHigh);
    String tooLow = findings(stoermer(k, order - 1));
    assertTrue(tooLow.contains("Claim order " + order + "."), tooLow);
  }

  @Test
  void proofSaysWhatIsProved() {
    assertEquals(
        List.of(
            "order 2: C_0 = C_1 = C_2 = C_3 = 0",
            "error constant: C_4 / sigma(1) = 1/12",
            "zero-stable: rho(w) = w^2 - 2 w + 1 satisfies the root condition of y'' = f(y): no"
                + " root outside the unit circle, and none on it is more than double",
            "symmetric: the recurrence with -h runs back over the same values",
            "start: from y'(0) = 0, y[1] = y[0] + h^2/2 f[0], with an error of O(h^4)",
            "a network, which carries its history from block to block: order 2"),
        verified(2, VERLET).proof());
    VerifiedScheme ofOrder4 = Verifier.verify(stoermer(4, 4)).verified().orElseThrow();
    assertEquals(3, ofOrder4.blockOrder());
    assertTrue(
        ofOrder4
            .proof()
            .contains(
                "a network, which carries its history from block to block: order 3 = min(p, 3) with"
                    + " p = 4, as the error of the start grows like n"),
        () -> ofOrder4.proof().toString());
  }

  /**
   * The symmetric method SY8 of G. D. Quinlan and S. Tremaine, Astron. J. 100, 1990, 1694-1700, has
   * order 8. Its coefficients of f are multiples of 1/12096.
   */
  @ParameterizedTest
  @CsvSource({"8, true", "9, false"})
  void theSymmetricMethodOfQuinlanAndTremaine(int order, boolean holds) {
    String recurrence =
        "y[n+1] = 2 y[n] - 2 y[n-1] + y[n-2] + y[n-4] - 2 y[n-5] + 2 y[n-6] - y[n-7]"
            + " + 17671/12096 h^2 f[n] - 23622/12096 h^2 f[n-1] + 61449/12096 h^2 f[n-2]"
            + " - 50516/12096 h^2 f[n-3] + 61449/12096 h^2 f[n-4] - 23622/12096 h^2 f[n-5]"
            + " + 17671/12096 h^2 f[n-6]";
    VerificationResult result = Verifier.verify(Catalogue.secondOrder(order, recurrence));
    assertEquals(holds, result.verified().isPresent(), () -> result.findings().toString());
    if (holds) {
      List<String> proof = result.verified().orElseThrow().proof();
      assertTrue(proof.toString().contains("symmetric"), proof::toString);
      assertEquals(0, result.verified().orElseThrow().measures().dissipation().order());
    }
  }

  @Test
  void methodsWithOtherValuesBackwardsAreNotSymmetric() {
    assertFalse(verified(3, STOERMER3).proof().toString().contains("symmetric"));
    assertFalse(proof(2, "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]").contains("symmetric"));
    assertTrue(proof(2, "y[n+1] = y[n-1] + 2 h f[n]").contains("symmetric"));
    // Backwards the term of f is that of another place.
    assertFalse(proof(1, "y[n+1] = y[n-1] + 2 h f[n-1]").contains("symmetric"));
  }

  private static String proof(int order, String recurrence) {
    return Verifier.verify(Catalogue.multistep("Scheme", order, recurrence))
        .verified()
        .orElseThrow()
        .proof()
        .toString();
  }

  /** Roots of rho: 1, 1, -1, -1; 1, 1, 1; 1, 1, 2; 1, 1, and three times -1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2 ! y[n+1] = 2 y[n-1] - y[n-3] + 4 h^2 f[n-1] !",
        "1 ! y[n+1] = 4 y[n] - 5 y[n-1] + 2 y[n-2] - h^2 f[n] ! has the root 2, of modulus 2, above"
            + " 1",
        "1 ! y[n+1] = -y[n] + 2 y[n-1] + 2 y[n-2] - y[n-3] - y[n-4] + 8 h^2 f[n] ! has the root -1,"
            + " on the unit circle, and it is of a multiplicity above 2"
      })
  void rootsOnTheCircleAreDoubleAtMost(int order, String recurrence, String refusal) {
    String text = findings(Catalogue.secondOrder(order, recurrence));
    if (refusal == null) {
      assertEquals("", text);
    } else {
      assertTrue(text.contains(refusal), text);
      assertTrue(text.contains("those on the circle must be double at most"), text);
      assertTrue(text.startsWith("[NotZeroStable]"), text);
    }
  }

  /** Without the 2 of h^2 the root 1 is double, and a reader is told what is meant, once. */
  @ParameterizedTest
  @ValueSource(strings = {VERLET, STOERMER3, "y[n+1] = 2 y[n-1] - y[n-3] + 4 h^2 f[n-1]"})
  void aForgottenSquareIsNamed(String recurrence) {
    String text = findings(Catalogue.multistep("Scheme", 1, recurrence.replace("h^2", "h")));
    assertTrue(
        text.contains("is double in a scheme for y'' = f(y), which is written with h^2."), text);
    assertEquals(2, text.split("] Scheme: ", -1).length, text);
  }

  /** No square makes these schemes for y'' = f(y): an order that fails is told. */
  @Test
  void otherUnstableRecurrencesAreToldTheirOrder() {
    String both =
        findings(Catalogue.multistep("Scheme", 3, "y[n+1] = 2 y[n] - y[n-1] + h f[n] - h f[n-1]"));
    assertTrue(both.contains("[NotZeroStable]") && both.contains("[OrderTooHigh]"), both);
    assertFalse(both.contains("h^2"), both);
    String other =
        findings(Catalogue.multistep("Scheme", 1, "y[n+1] = 4 y[n] - 3 y[n-1] - 2 h f[n]"));
    assertTrue(other.contains("[NotZeroStable]"), other);
    assertFalse(other.contains("h^2"), other);
  }

  @Test
  void theWrongNumberIsNamed() {
    String text = findings(Catalogue.secondOrder(3, STOERMER3.replace("1/6", "1/5")));
    assertTrue(text.contains("With -1/6 instead of -1/5 as the coefficient of f[n-1]"), text);
    String rounded = findings(Catalogue.secondOrder(3, STOERMER3.replace("1/12", "0.083333")));
    assertTrue(rounded.contains("With 1/12 for 0.083333, order 3 holds."), rounded);
    String twice =
        findings(
            Catalogue.secondOrder(
                2, "y[n+1] = 3 y[n] - 3 y[n-1] + y[n-2] + h^2 f[n] - h^2 f[n-1]"));
    assertTrue(twice.contains("[OrderTooHigh]") || twice.contains("[NotZeroStable]"), twice);
  }

  /**
   * Verlet's root locus ends at z^2 = -4, where w = -1 (Hairer, Lubich, Wanner, Geometric Numerical
   * Integration, section I.5.2); that of the method of order 3 at rho(-1) / sigma(-1) = -4 / (4/3).
   */
  @Test
  void intervalsAreThoseOfTheOscillator() {
    Stability verlet = verified(2, VERLET).stability();
    assertEquals(2, verlet.imaginaryInterval(), 1e-12);
    assertEquals(0, verlet.realInterval());
    assertEquals(
        List.of(
            List.of(Exact.ONE, Exact.of(-2), Exact.ONE),
            List.of(),
            List.of(Exact.ZERO, Exact.of(-1))),
        verlet.polynomial());
    assertEquals(Math.sqrt(3), verified(3, STOERMER3).stability().imaginaryInterval(), 1e-12);
  }

  /** w = e^(2 arsinh(z/2)), so that arg w(i nu) = 2 arcsin(nu/2) = nu + nu^3/24 + ... */
  @Test
  void verletHasNoDissipation() {
    Measures measures = verified(2, VERLET).measures();
    assertEquals(0, measures.dissipation().order());
    assertEquals(0, measures.dissipation().constant());
    assertEquals(2, measures.dispersion().order());
    assertEquals(-1.0 / 24, measures.dispersion().constant(), 1e-15);
    assertEquals(0, measures.ssp());
    assertEquals(0, measures.realPerEvaluation());
  }

  @Test
  void blocksEvaluateWithTheSquareOfTheStep() {
    LoweredScheme scheme = Lowering.lower(verified(3, STOERMER3));
    assertEquals(
        List.of(
            """
            k1 = h^2 f1(y0)
            y1 = y0 + 1/2 k1
            return y1, y0, k1
            """,
            """
            input y0, yBack1, kBack1
            k1 = h^2 f1(y0)
            y1 = 2 y0 - yBack1 + k1
            return y1, y0, k1, kBack1
            """,
            """
            input y0, yBack1, kBack1, kBack2
            k1 = h^2 f1(y0)
            y1 = 2 y0 - yBack1 + 13/12 k1 - 1/6 kBack1 + 1/12 kBack2
            return y1, y0, k1, kBack1
            """),
        Stream.concat(
                scheme.starts().stream().map(start -> start.frozen().program()),
                Stream.of(scheme.frozen().program()))
            .map(Object::toString)
            .toList());
    assertEquals(
        "One step, history carried from block to block (the first 2 of a network from y' = 0)",
        scheme.block());
    assertEquals(3, scheme.blockOrder());
  }
}
