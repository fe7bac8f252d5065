package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved of recurrences with free parameters. */
class FamilyRecurrencesTest {

  private static final RationalFunction K = RationalFunction.variable("k");
  private static final RationalFunction M = RationalFunction.variable("m");
  private static final RationalFunction ONE = RationalFunction.ONE;
  private static final RationalFunction HALF = number(1, 2);

  private static final StartingProcedure HEUN =
      new StartingProcedure.OneStep(
          Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", " | 1/2 1/2"));

  /** rho = (z - 1)(z + k), as in the LM-architecture. */
  private static final List<RationalFunction> VALUES = List.of(ONE.minus(K), K);

  /** Of order 2: (k + 3)/2 and (k - 1)/2. */
  private static final List<RationalFunction> FIELDS =
      List.of(K.plus(number(3, 1)).times(HALF), K.minus(ONE).times(HALF));

  private static RationalFunction number(long numerator, long denominator) {
    return RationalFunction.constant(Exact.of(numerator, denominator));
  }

  private static FreeParameter parameter(String name, Exact low, Exact high) {
    return new FreeParameter(name, low, high, low.plus(high).over(Exact.of(2)));
  }

  private static final FreeParameter NARROW = parameter("k", Exact.of(-1, 2), Exact.of(1, 2));

  private static ParametricMultistep family(
      Multistep shape, List<RationalFunction> values, List<RationalFunction> fields) {
    return family(shape, List.of(NARROW), values, fields);
  }

  private static ParametricMultistep family(
      Multistep shape,
      List<FreeParameter> parameters,
      List<RationalFunction> values,
      List<RationalFunction> fields) {
    List<Multistep.Term> terms = new ArrayList<>();
    for (int back = 0; back < values.size(); back++) {
      terms.add(new Multistep.Term(Kind.VALUE, back, Exact.ONE));
    }
    for (int back = 0; back < fields.size(); back++) {
      terms.add(new Multistep.Term(Kind.VECTOR_FIELD, back, Exact.ONE));
    }
    return new ParametricMultistep(
        shape.withTerms(terms),
        parameters,
        Stream.concat(values.stream(), fields.stream()).toList(),
        /* absorbs= */ false);
  }

  private static Multistep shape(int order, StartingProcedure start, boolean carries) {
    return new Multistep("Family", order, List.of(), 4, start, carries);
  }

  private static List<String> texts(ParametricMultistep family) {
    return Verifier.verify(family).findings().stream().map(Finding::text).toList();
  }

  private static List<String> proof(ParametricMultistep family) {
    assertEquals(List.of(), texts(family));
    return Verifier.verify(family).verified().orElseThrow().proof();
  }

  /** C_3 = (1 + k)/6 - b_1/2 = (5 - k)/12. */
  @Test
  void orderTwoIsProvedForEveryValue() {
    ParametricMultistep family = family(shape(2, HEUN, false), VALUES, FIELDS);
    assertEquals(
        List.of(
            "for every value of k in [-1/2, 1/2]:",
            "no coefficient has a pole; stability and measures are those of the member at k = 0",
            "order 2: C_0 = C_1 = C_2 = 0",
            "C_3 = 5/12 - 1/12 k",
            "zero-stable: rho(w) satisfies the root condition",
            "start: the first step by Heun, order 2",
            "a chain of blocks of 4 steps, each of which starts anew: order 2 at least"),
        proof(family));
    VerifiedScheme verified = Verifier.verify(family).verified().orElseThrow();
    assertEquals(2, verified.blockOrder());
    // The member at k = 0 is Adams-Bashforth 2.
    assertEquals(1, verified.stability().realInterval(), 1e-12);
  }

  @Test
  void theOrderOfAChainIsThatOfItsStart() {
    ParametricMultistep family = family(shape(2, StartingProcedure.euler(), false), VALUES, FIELDS);
    assertEquals(1, Verifier.verify(family).verified().orElseThrow().blockOrder());
    ParametricMultistep carried = family(shape(2, StartingProcedure.euler(), true), VALUES, FIELDS);
    List<String> proof = proof(carried);
    assertEquals(
        "a network, which carries its history from block to block: order 2 = min(p, q + 1) with p ="
            + " 2 and q = 1: the error of the start is made once",
        proof.get(proof.size() - 1));
    assertEquals(2, Verifier.verify(carried).verified().orElseThrow().blockOrder());
  }

  @Test
  void theFirstConstantThatIsNotZeroIsNamed() {
    String text = texts(family(shape(3, HEUN, false), VALUES, FIELDS)).get(0);
    assertTrue(text.startsWith("[OrderTooHigh] Family claims order 3, but C_3 = "), text);
    assertTrue(
        text.endsWith(
            " gives 5/12 - 1/12 k, not 0; order 2 holds for every value. It holds for no value of"
                + " k in [-1/2, 1/2]."),
        text);
    FreeParameter wide = parameter("k", Exact.of(-1, 2), Exact.of(6));
    text = texts(family(shape(3, HEUN, false), List.of(wide), VALUES, FIELDS)).get(0);
    assertTrue(text.endsWith("Of all values in [-1/2, 6], it holds for k = 5 only."), text);
    // One evaluation with the weight 1: C_1 = 1 + k - 1.
    text = texts(family(shape(1, HEUN, false), VALUES, List.of(ONE))).get(0);
    assertTrue(
        text.endsWith(
            " gives k, not 0; it is not even consistent. With (k+1) as the coefficient of f[n],"
                + " order 1 holds for every value."),
        text);
    // C_1 = 1 + k - (1 + k) - 1/4.
    List<RationalFunction> off = List.of(K.plus(number(5, 4)));
    text = texts(family(shape(1, HEUN, false), VALUES, off)).get(0);
    assertTrue(
        text.endsWith(
            " gives -1/4, not 0; it is not even consistent. With (k+1) as the coefficient of f[n],"
                + " order 1 holds for every value."),
        text);
    // C_1 = 0 and C_2 = (1 - k)/2.
    text = texts(family(shape(2, HEUN, false), VALUES, List.of(K.plus(ONE)))).get(0);
    assertTrue(text.contains("; order 1 holds for every value. "), text);
  }

  @Test
  void everyDisturbedCoefficientIsRefused() {
    RationalFunction off = number(1, 1000);
    for (int i = 0; i < 2; i++) {
      List<RationalFunction> values = new ArrayList<>(VALUES);
      values.set(i, values.get(i).plus(off));
      assertTrue(
          texts(family(shape(2, HEUN, false), values, FIELDS)).get(0).startsWith("[OrderTooHigh]"));
      List<RationalFunction> fields = new ArrayList<>(FIELDS);
      fields.set(i, fields.get(i).plus(off));
      assertTrue(
          texts(family(shape(2, HEUN, false), VALUES, fields)).get(0).startsWith("[OrderTooHigh]"));
    }
  }

  @Test
  void aBetterOrderIsTold() {
    assertEquals(
        List.of(
            "[OrderTooLow] Family claims order 1, but is better: all conditions of order 2 hold."
                + " Claim order 2."),
        texts(family(shape(1, HEUN, false), VALUES, FIELDS)));
  }

  /** y[n+1] = y[n] + h (1 - k) f[n] + h k f[n-1]: rho does not depend on k. */
  @Test
  void zeroStabilityOfConstantCoefficients() {
    List<RationalFunction> fields = List.of(ONE.minus(K), K);
    assertEquals(List.of(), texts(family(shape(1, HEUN, false), List.of(ONE), fields)));
    // rho = (z - 1)(z - 2), rho'(1) = -1.
    List<RationalFunction> values = List.of(number(3, 1), number(-2, 1));
    List<RationalFunction> negative = List.of(K.minus(ONE), K.negate());
    assertEquals(
        List.of(
            "[NotZeroStable] Family: rho(z) = z^2 - 3 z + 2 has the root 2, of modulus 2, above 1."
                + " All roots must lie in the closed unit disc, and those on the circle must be"
                + " simple (root condition)."),
        texts(family(shape(1, HEUN, false), values, negative)));
  }

  /** rho = (z - 1)(z + 1 - 1/k): a root from -1 on, and 1 for k = 1/2. */
  @ParameterizedTest
  @CsvSource({"3, 5, 2, 1, ''", "1, 2, 2, 1, k = 1/2", "2, 5, 2, 1, k = 2/5", "1, 1, 90, 1, ''"})
  void denominatorsAreMultipliedOut(int n, int d, int high, int of, String failing) {
    RationalFunction reciprocal = ONE.over(K);
    List<RationalFunction> values = List.of(reciprocal, ONE.minus(reciprocal));
    // rho'(1) = 2 - 1/k.
    List<RationalFunction> fields = List.of(number(2, 1).minus(reciprocal));
    FreeParameter k = parameter("k", Exact.of(n, d), Exact.of(high, of));
    List<String> texts = texts(family(shape(1, HEUN, false), List.of(k), values, fields));
    assertEquals(
        failing,
        texts.isEmpty() ? "" : texts.get(0).replaceAll(".*Family: for ([^,]*), rho.*", "$1"));
  }

  /** rho = (z - 1)(z + 1/k - 1/(k + 1)), with two factors below the line. */
  @Test
  void differentDenominatorsAreMultipliedOut() {
    RationalFunction root = ONE.over(K).minus(ONE.over(K.plus(ONE)));
    List<RationalFunction> values = List.of(ONE.minus(root), root);
    List<RationalFunction> fields = List.of(ONE.plus(root));
    // 1/(k (k + 1)) is 1 at (sqrt(5) - 1)/2, which is below 2/3.
    FreeParameter k = parameter("k", Exact.of(2, 3), Exact.of(2));
    assertEquals(List.of(), texts(family(shape(1, HEUN, false), List.of(k), values, fields)));
    FreeParameter lower = parameter("k", Exact.of(3, 5), Exact.of(2));
    String text = texts(family(shape(1, HEUN, false), List.of(lower), values, fields)).get(0);
    assertEquals(
        "[NotZeroStable] Family: for k = 3/5, rho(z) = z^2 + 1/24 z - 25/24 has the root -1.041667,"
            + " of modulus 1.041667, above 1. All roots must lie in the closed unit disc, and those"
            + " on the circle must be simple (root condition), for every value in [3/5, 2]. Choose"
            + " a smaller interval: it holds for about 0.618034 < k <= 2.",
        text);
  }

  @Test
  void twoParametersInRhoAreNotDecided() {
    FreeParameter m = parameter("m", Exact.ZERO, Exact.of(1, 4));
    List<RationalFunction> values = List.of(ONE.minus(K).minus(M), K, M);
    List<RationalFunction> fields = List.of(ONE.plus(K).plus(M).plus(M));
    assertEquals(
        List.of(
            "[NotZeroStable] Family: zero-stability cannot be decided for every value: rho(z)"
                + " depends on k and m, and may depend on one parameter only."),
        texts(family(shape(1, HEUN, false), List.of(NARROW, m), values, fields)));
  }

  /** With two parameters, one of which is that of f alone. */
  @Test
  void theOtherParameterMayBeThatOfTheVectorField() {
    FreeParameter m = parameter("m", Exact.of(2), Exact.of(3));
    List<RationalFunction> fields = List.of(ONE.plus(K).minus(M), M);
    assertEquals(
        List.of(), texts(family(shape(1, HEUN, false), List.of(m, NARROW), VALUES, fields)));
    // Where an order would hold depends on both.
    String text = texts(family(shape(2, HEUN, false), List.of(m, NARROW), VALUES, fields)).get(0);
    assertTrue(text.contains("It would hold where "), text);
  }

  @Test
  void aChainCannotStartFromZeros() {
    StartingProcedure zeros = new StartingProcedure.ZeroHistory();
    String text = texts(family(shape(2, zeros, false), VALUES, FIELDS)).get(0);
    assertTrue(text.startsWith("[StartingOrder] Family: with free parameters"), text);
    assertEquals(1, texts(family(shape(2, zeros, false), VALUES, FIELDS)).size());
    // A network from zeros is another matter, and one back value has no history.
    assertTrue(
        texts(family(shape(2, zeros, true), VALUES, FIELDS)).stream()
            .noneMatch(t -> t.contains("with free parameters")));
    List<RationalFunction> one = List.of(ONE);
    assertEquals(
        List.of(
            "[Parameters] Family: no coefficient depends on the free parameter k. Leave it out."),
        texts(family(shape(1, zeros, false), one, one)));
  }

  @Test
  void blocksAreLongEnough() {
    Multistep shape = new Multistep("Family", 2, List.of(), 1, HEUN);
    String text = texts(family(shape, VALUES, FIELDS)).get(0);
    assertTrue(text.startsWith("[Steps] Family: steps = 1"), text);
  }

  /**
   * y[n+1] = (1 - k) y[n] + k y[n-1] + f: f = c h g with c = rho'(1)/sigma(1) = 1 + k, and C_2 = (1
   * - a_1)/2.
   */
  @Test
  void theStepSizeIsAbsorbed() {
    ParametricMultistep written =
        family(shape(1, StartingProcedure.euler(), true), VALUES, List.of(ONE));
    ParametricMultistep family =
        new ParametricMultistep(
            written.shape(), written.parameters(), written.coefficients(), /* absorbs= */ true);
    List<String> proof = proof(family);
    assertTrue(
        proof.contains(
            "the step size is absorbed: with f = c h g, c = rho'(1) / sigma(1) = k + 1, all this is"
                + " said of y' = g(y)"),
        proof::toString);
    assertEquals("C_2 = 1/2 - 1/2 k", proof.get(3));
  }
}
