package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.Composition;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is proved of partitioned schemes (Hairer, Lubich, Wanner, Geometric Numerical Integration,
 * sections I.1, II.2, III.2 and VI.4).
 */
class PartitionedRulesTest {

  private static final Exact DISTURBANCE = Exact.of(1, 1000);

  private static final String SYMPLECTIC = "b_i A_ij + B_j a_ji = b_i B_j";
  private static final String SYMPLECTIC_FOR_ALL =
      "symplectic for separable Hamiltonian systems: " + SYMPLECTIC + " for all i, j";
  private static final String NOT_SYMPLECTIC =
      "not symplectic: " + SYMPLECTIC + " does not hold for all i, j";
  private static final String SYMMETRIC =
      "symmetric: a step with -h takes back a step with h (its own adjoint)";
  private static final String NOT_SYMMETRIC = "not symmetric: its adjoint is another scheme";
  private static final String INVERTIBLE =
      "invertible: p and q before a step follow from those behind it in closed form";

  private static PartitionedRungeKutta scheme(String name, int order) {
    return switch (name) {
      case "Euler" -> scheme(order, "1 | 1; --; | 1", "0 |; --; | 1");
      case "ExplicitEuler" -> scheme(order, "0 |; --; | 1", "0 |; --; | 1");
      case "Verlet" ->
          scheme(
              order,
              "1/2 | 1/2 0; 1/2 | 1/2 0; --; | 1/2 1/2",
              "0 | 0 0; 1 | 1/2 1/2; --; | 1/2 1/2");
      // Two steps of it, the stages in another order.
      case "TwoVerlet" ->
          scheme(
              order,
              "3/4 | 1/2 1/4 0; 1/4 | 0 1/4 0; 3/4 | 1/2 1/4 0; --; | 1/2 1/4 1/4",
              "1/2 | 0 1/2 0; 0 | 0 0 0; 1 | 1/4 1/2 1/4; --; | 1/4 1/2 1/4");
      case "Ruth3" ->
          scheme(
              order,
              "7/24 | 7/24 0 0; 25/24 | 7/24 3/4 0; 1 | 7/24 3/4 -1/24; --; | 7/24 3/4 -1/24",
              "0 | 0 0 0; 2/3 | 2/3 0 0; 0 | 2/3 -2/3 0; --; | 2/3 -2/3 1");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static PartitionedRungeKutta scheme(int order, String p, String q) {
    return new PartitionedRungeKutta("Scheme", order, tableau(p), tableau(q));
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Half", 1, text.split("; ?", -1));
  }

  private static List<String> texts(PartitionedRungeKutta scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
  }

  private static List<String> proof(String name, int order) {
    return Verifier.verify(scheme(name, order)).verified().orElseThrow().proof();
  }

  /** b_1 A_11 = 0 and B_1 a_11 = 1, neither 1/2. */
  @Test
  void symplecticEuler() {
    assertEquals(
        List.of(
            "explicit for p' = f(q), q' = g(p): 1 evaluation of f, 1 of g",
            "order 1: all 2 conditions of bicolored trees hold",
            "order 2: 2 of 2 conditions fail",
            SYMPLECTIC_FOR_ALL,
            NOT_SYMMETRIC,
            INVERTIBLE),
        proof("Euler", 1));
  }

  /** Of order 3, 1/2, 1/4, 1/4 and 0 stand for 1/3, 1/3, 1/6 and 1/6. */
  @Test
  void stoermerVerlet() {
    assertEquals(
        List.of(
            "explicit for p' = f(q), q' = g(p): 2 evaluations of f, 1 of g",
            "order 1: all 2 conditions of bicolored trees hold",
            "order 2: all 2 conditions of bicolored trees hold",
            "order 3: 4 of 4 conditions fail",
            SYMPLECTIC_FOR_ALL,
            SYMMETRIC,
            INVERTIBLE),
        proof("Verlet", 2));
  }

  @Test
  void explicitEulerIsNoneOfThem() {
    assertEquals(
        List.of(NOT_SYMPLECTIC, NOT_SYMMETRIC, "no inverse in closed form"),
        proof("ExplicitEuler", 1).subList(3, 6));
  }

  @Test
  void ruthIsSymplecticAndNotSymmetric() {
    List<String> proof = proof("Ruth3", 3);
    assertEquals("explicit for p' = f(q), q' = g(p): 3 evaluations of f, 3 of g", proof.get(0));
    assertEquals("order 3: all 4 conditions of bicolored trees hold", proof.get(3));
    assertEquals("order 4: 8 of 8 conditions fail", proof.get(4));
    assertEquals(List.of(SYMPLECTIC_FOR_ALL, NOT_SYMMETRIC, INVERTIBLE), proof.subList(5, 8));
  }

  /**
   * Once f is matched, with itself, both g are to be: their weights 1/4 and 3/4 do not allow it.
   */
  @Test
  void allStagesAreMatched() {
    PartitionedRungeKutta scheme =
        scheme(1, "0 | 0 0; 1 | 1 0; --; | 1 0", "1/4 | 1/4 0; 1/4 | 1/4 0; --; | 1/4 3/4");
    List<String> proof = Verifier.verify(scheme).verified().orElseThrow().proof();
    assertEquals("explicit for p' = f(q), q' = g(p): 1 evaluation of f, 2 of g", proof.get(0));
    assertTrue(proof.contains(NOT_SYMMETRIC), proof::toString);
    // With 1/2 and 1/2 it is Stoermer-Verlet with p and q exchanged.
    PartitionedRungeKutta verlet =
        scheme(2, "0 | 0 0; 1 | 1 0; --; | 1 0", "1/2 | 1/2 0; 1/2 | 1/2 0; --; | 1/2 1/2");
    assertTrue(Verifier.verify(verlet).verified().orElseThrow().proof().contains(SYMMETRIC));
  }

  @Test
  void stagesMayBeNumberedAsTheyAre() {
    List<String> proof = proof("TwoVerlet", 2);
    assertEquals("explicit for p' = f(q), q' = g(p): 3 evaluations of f, 2 of g", proof.get(0));
    assertTrue(proof.contains(SYMMETRIC), proof::toString);
    assertTrue(proof.contains(SYMPLECTIC_FOR_ALL), proof::toString);
  }

  /**
   * Of a composition of steps of the halves, the adjoint has the same steps from the last to the
   * first: here each looks like the others, and the last one decides.
   */
  @Test
  @Timeout(60)
  void aLongCompositionIsSymmetricIfItsStepsAre() {
    int n = 30;
    List<Exact> ofP = new ArrayList<>(Collections.nCopies(n, Exact.of(1, n - 1)));
    ofP.set(0, Exact.of(1, 2L * (n - 1)));
    ofP.set(n - 1, ofP.get(0));
    List<Exact> equal = new ArrayList<>(Collections.nCopies(n, Exact.of(1, n - 1)));
    equal.set(n - 1, Exact.ZERO);
    List<Exact> different = new ArrayList<>(Collections.nCopies(n, Exact.of(1, n)));
    different.set(n - 2, Exact.of(2, n));
    different.set(n - 1, Exact.ZERO);
    assertTrue(proof(Composition.of(2, ofP, equal)).contains(SYMMETRIC));
    assertTrue(proof(Composition.of(1, ofP, different)).contains(NOT_SYMMETRIC));
  }

  private static List<String> proof(PartitionedRungeKutta scheme) {
    return Verifier.verify(scheme).verified().orElseThrow().proof();
  }

  @ParameterizedTest
  @CsvSource({"Euler, 1", "Verlet, 2", "TwoVerlet, 2", "Ruth3, 3"})
  void acceptedAtItsOrderOnly(String name, int order) {
    assertEquals(List.of(), texts(scheme(name, order)));
    assertTrue(texts(scheme(name, order + 1)).get(0).startsWith("[OrderTooHigh]"));
    if (order > 1) {
      assertEquals(
          List.of(
              "[OrderTooLow] Scheme claims order %s, but is better: all conditions of order %s hold."
                      .formatted(order - 1, order)
                  + " Claim order %s.".formatted(order)),
          texts(scheme(name, order - 1)));
    }
  }

  @Test
  void theFirstConditionThatFailsIsNamed() {
    assertEquals(
        List.of(
            "[OrderTooHigh] Scheme claims order 3, but the condition of the bicolored tree [[t]]"
                + " with a root of p (order 3) gives 1/4, not 1/6 (off by 1/12). In all, 4 of the 4"
                + " conditions of this order fail; order 2 holds. Compare the entries with their"
                + " source, or claim order 2."),
        texts(scheme("Verlet", 3)));
    assertEquals(
        List.of(
            "[OrderTooHigh] Scheme claims order 1, but the condition of the bicolored tree t with a"
                + " root of q (order 1) gives 1/2, not 1 (off by -1/2). In all, 1 of the 2"
                + " conditions of this order fails; it is not even consistent. With 1 instead of"
                + " 1/2 as the weight of stage 1 of q, all conditions of order 1 hold."),
        texts(scheme(1, "1 | 1; --; | 1", "0 |; --; | 1/2")));
    // It is shown at the tableau that the root belongs to.
    assertEquals(
        Stream.of("p", "q")
            .map(member -> new Location.InTableau(member, new Location.WeightsRow()))
            .toList(),
        Stream.of(scheme("Verlet", 3), scheme(1, "1 | 1; --; | 1", "0 |; --; | 1/2"))
            .map(scheme -> Verifier.verify(scheme).findings().get(0).location())
            .toList());
    assertEquals(
        List.of(
            "[OrderTooHigh] Scheme claims order 11, but the compiler proves orders up to 10 only."),
        texts(scheme("Verlet", 11)));
    assertTrue(texts(scheme("Verlet", 10)).get(0).contains("order 2 holds"));
    assertEquals(
        List.of("[OrderTooHigh] Scheme claims order 0. The lowest order is 1."),
        texts(scheme("Verlet", 0)));
  }

  @Test
  void shapes() {
    assertEquals(
        List.of(
            "[Shape] Scheme: the tableau of p has 1 stage and that of q 2; stage i is the same in"
                + " both."),
        texts(scheme(1, "1 | 1; --; | 1", "0 | 0 0; 1 | 1 0; --; | 1 0")));
    assertEquals(
        List.of(
            "[RowSum] Scheme: in stage 1 of p the abscissa is 1, but the coefficients sum to 1/2"
                + " (off by -1/2). With 1/2 instead of 1 as the abscissa c_1 of p, all conditions"
                + " of order 1 hold."),
        texts(scheme(1, "1 | 1/2; --; | 1", "0 |; --; | 1")));
    assertEquals(
        List.of(
            "[RowSum] Scheme: in stage 1 of p the abscissa is 1, but the coefficients sum to 1/2"
                + " (off by -1/2). Correct the abscissa or the row."),
        texts(scheme(2, "1 | 1/2; --; | 1", "0 |; --; | 1")));
    List<String> implicit = texts(scheme(1, "1 | 1; --; | 1", "1 | 1; --; | 1"));
    assertEquals(1, implicit.size());
    assertTrue(implicit.get(0).startsWith("[NotExplicit] Scheme is implicit"), implicit.get(0));
  }

  @ParameterizedTest
  @CsvSource({"Euler, 1", "Verlet, 2", "Ruth3, 3"})
  void everyDisturbedCoefficientIsRefused(String name, int order) {
    PartitionedRungeKutta scheme = scheme(name, order);
    RungeKutta p = scheme.p();
    RungeKutta q = scheme.q();
    disturbed(p).forEach(t -> assertRefused(new PartitionedRungeKutta("Scheme", order, t, q)));
    disturbed(q).forEach(t -> assertRefused(new PartitionedRungeKutta("Scheme", order, p, t)));
  }

  @Test
  void everySlipIsCorrected() {
    PartitionedRungeKutta scheme = scheme("Ruth3", 3);
    assertCorrected(scheme.p(), "p", t -> scheme.withTableaus(t, scheme.q()));
    assertCorrected(scheme.q(), "q", t -> scheme.withTableaus(scheme.p(), t));
  }

  private static void assertCorrected(
      RungeKutta s, String member, Function<RungeKutta, PartitionedRungeKutta> whole) {
    for (int i = 0; i < s.stages(); i++) {
      Exact weight = s.weights().get(i);
      assertCorrected(
          whole.apply(with(s, s.a(), disturbed(s.weights(), i), s.c())),
          weight,
          "the weight of stage " + (i + 1) + " of " + member);
      Exact abscissa = s.c().get(i);
      assertCorrected(
          whole.apply(with(s, s.a(), s.weights(), disturbed(s.c(), i))),
          abscissa,
          "the abscissa c_" + (i + 1) + " of " + member);
      for (int j = 0; j < i; j++) {
        List<List<Exact>> a = new ArrayList<>(s.a());
        a.set(i, disturbed(a.get(i), j));
        assertCorrected(
            whole.apply(with(s, a, s.weights(), s.c())),
            s.a(i, j),
            "a_" + (i + 1) + (j + 1) + " of " + member);
      }
    }
  }

  private static void assertCorrected(PartitionedRungeKutta slip, Exact right, String what) {
    String expected =
        "With %s instead of %s as %s, all conditions of order 3 hold."
            .formatted(ShortText.entry(right), ShortText.entry(right.plus(DISTURBANCE)), what);
    List<String> texts = texts(slip);
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(texts.get(0).endsWith(" " + expected), () -> texts.get(0) + "\n" + expected);
  }

  @Test
  void aCommonFactorAndAnExchangeAreCorrected() {
    PartitionedRungeKutta ruth = scheme("Ruth3", 3);
    RungeKutta p = ruth.p();
    List<Exact> weights = p.weights();
    RungeKutta exchanged =
        with(p, p.a(), List.of(weights.get(1), weights.get(0), weights.get(2)), p.c());
    assertTrue(
        texts(ruth.withTableaus(exchanged, ruth.q()))
            .get(0)
            .endsWith(
                "; order 1 holds. With the weights of stages 1 and 2 of p exchanged, all conditions"
                    + " of order 3 hold."));
    RungeKutta third = new RungeKutta("Half", 1, p.a(), weights, Exact.of(1, 3), p.c());
    assertTrue(
        texts(ruth.withTableaus(third, ruth.q()))
            .get(0)
            .endsWith(
                " With 1 instead of 1/3 as the common factor of the weights of p, all conditions of"
                    + " order 3 hold."));
  }

  @Test
  void fractionsThatWereRoundedAreNamed() {
    List<String> texts =
        texts(
            scheme(
                3,
                "0.291667 | 0.291667 0 0; 1.041667 | 0.291667 3/4 0; 1 | 0.291667 3/4 -0.041667;"
                    + " --; | 0.291667 3/4 -0.041667",
                "0 | 0 0 0; 0.6667 | 0.6667 0 0; 0 | 0.6667 -0.6667 0; --; | 0.6667 -0.6667 1"));
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(
        texts
            .get(0)
            .endsWith(
                " Numbers are taken as they stand. With 7/24 for 0.291667, -1/24 for -0.041667,"
                    + " 25/24 for 1.041667 and so on, all conditions of order 3 hold."),
        texts.get(0));
  }

  private static void assertRefused(PartitionedRungeKutta scheme) {
    VerificationResult result = Verifier.verify(scheme);
    assertTrue(Finding.anyError(result.findings()), scheme::toString);
    assertFalse(result.verified().isPresent());
  }

  private static List<RungeKutta> disturbed(RungeKutta s) {
    List<RungeKutta> all = new ArrayList<>();
    for (int i = 0; i < s.stages(); i++) {
      all.add(with(s, s.a(), disturbed(s.weights(), i), s.c()));
      all.add(with(s, s.a(), s.weights(), disturbed(s.c(), i)));
      for (int j = 0; j < s.stages(); j++) {
        List<List<Exact>> a = new ArrayList<>(s.a());
        a.set(i, disturbed(a.get(i), j));
        all.add(with(s, a, s.weights(), s.c()));
      }
    }
    return all;
  }

  private static List<Exact> disturbed(List<Exact> numbers, int i) {
    List<Exact> changed = new ArrayList<>(numbers);
    changed.set(i, changed.get(i).plus(DISTURBANCE));
    return changed;
  }

  private static RungeKutta with(
      RungeKutta s, List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return new RungeKutta(s.name(), s.order(), a, weights, s.factor(), c);
  }

  /**
   * E. Forest, R. D. Ruth, Physica D 43, 1990, 105-117: order 4 with 1/(2 - 2^(1/3)) =
   * 1.35120719195965763...
   */
  private static PartitionedRungeKutta forestRuth(int order, String tolerance, Exact bound) {
    String d1 = "1.351207191959658";
    String d2 = "-1.702414383919316";
    String c1 = "0.675603595979829";
    String c2 = "-0.175603595979829";
    return scheme(
            order,
            "0 | 0 0 0 0; 1.351207191959658 | %1$s 0 0 0; -0.351207191959658 | %1$s %2$s 0 0; 1 |"
                    .formatted(d1, d2)
                + " %1$s %2$s %1$s 0; --; | %1$s %2$s %1$s 0".formatted(d1, d2),
            "0.675603595979829 | %1$s 0 0 0; 0.5 | %1$s %2$s 0 0; 0.324396404020171 | %1$s %2$s"
                    .formatted(c1, c2)
                + " %2$s 0; 1 | %1$s %2$s %2$s %1$s; --; | %1$s %2$s %2$s %1$s".formatted(c1, c2))
        .withTolerance(new Tolerance(tolerance, bound));
  }

  @Test
  void forestAndRuthHoldToATolerance() {
    Exact bound = Exact.of(1, 100_000_000_000_000L);
    VerificationResult result = Verifier.verify(forestRuth(4, "1e-14", bound));
    assertEquals(List.of(), result.findings());
    List<String> proof = result.verified().orElseThrow().proof();
    assertEquals("explicit for p' = f(q), q' = g(p): 3 evaluations of f, 4 of g", proof.get(0));
    assertEquals(
        "order 1 to 1e-14: all 2 conditions of bicolored trees are missed by 0 at most",
        proof.get(1));
    assertTrue(
        proof
            .get(4)
            .matches(
                "order 4 to 1e-14: all 8 conditions of bicolored trees are missed by"
                    + " \\d\\.\\de-1[56] at most"),
        proof.get(4));
    assertTrue(proof.get(5).startsWith("order 5: "), proof.get(5));
    // A composition of steps of the halves is symplectic, however its steps are rounded.
    assertEquals(List.of(SYMPLECTIC_FOR_ALL, SYMMETRIC, INVERTIBLE), proof.subList(6, 9));
    // numpy: the trace T of the matrix of a step of p' = -w q, q' = w p leaves [-2, 2] at
    // 1.5734019.
    assertEquals(1.5734019, result.verified().orElseThrow().stability().imaginaryInterval(), 1e-6);
  }

  @Test
  void aToleranceIsABound() {
    Exact bound = Exact.of(1, 10_000_000_000_000_000L);
    List<String> texts = texts(forestRuth(4, "1e-16", bound));
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains(", more than the tolerance 1e-16)"), texts.get(0));
    assertTrue(texts.get(0).contains("order 2 holds"), texts.get(0));
    assertTrue(texts.get(0).endsWith("claim that much: tolerance = \"1e-15\"."), texts.get(0));
    assertTrue(
        texts(forestRuth(4, "", Exact.ZERO)).get(0).endsWith("tolerance = \"1e-15\"."),
        () -> texts(forestRuth(4, "", Exact.ZERO)).get(0));
    assertTrue(
        texts(forestRuth(3, "1e-14", Exact.of(1, 100_000_000_000_000L)))
            .get(0)
            .startsWith("[OrderTooLow]"));
  }

  /** The weights of p sum to 1 - 1.5e-7, which leaves nothing over that is positive. */
  @Test
  void whatIsBelowIsMissedTooAndTheAdvisedToleranceHolds() {
    PartitionedRungeKutta below =
        scheme(
            2,
            "1/2 | 1/2 0; 1/2 | 1/2 0; --; | 0.49999985 1/2",
            "0 | 0 0; 1 | 1/2 1/2; --; | 1/2 1/2");
    List<String> texts = texts(below);
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).endsWith("claim that much: tolerance = \"1e-6\"."), texts.get(0));
    assertEquals(
        List.of(), texts(below.withTolerance(new Tolerance("1e-6", Exact.of(1, 1_000_000)))));
  }

  @Test
  void aRowIsHeldToTheTolerance() {
    Tolerance tolerance = new Tolerance("1e-9", Exact.of(1, 1_000_000_000));
    assertEquals(
        List.of(
            "[RowSum] Scheme: in stage 1 of p the abscissa is 1, but the coefficients sum to 1/2"
                + " (off by -1/2, more than the tolerance 1e-9). With about 0.5 instead of 1 as the"
                + " abscissa c_1 of p, all conditions of order 1 hold to 1e-9."),
        texts(scheme(1, "1 | 1/2; --; | 1", "0 |; --; | 1").withTolerance(tolerance)));
    assertEquals(
        List.of(),
        texts(scheme(1, "1 | 0.9999999995; --; | 1", "0 |; --; | 1").withTolerance(tolerance)));
  }

  @Test
  void whatHoldsExactlyNeedsNoTolerance() {
    Tolerance tolerance = new Tolerance("1e-9", Exact.of(1, 1_000_000_000));
    assertEquals(
        List.of(Message.TOLERANCE_UNNEEDED),
        Verifier.verify(scheme("Verlet", 2).withTolerance(tolerance)).findings().stream()
            .map(Finding::message)
            .toList());
  }
}
