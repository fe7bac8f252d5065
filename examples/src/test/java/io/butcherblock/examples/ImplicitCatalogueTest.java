package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.processor.diagnostics.Severity;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every implicit scheme of the catalogue is accepted at its order, refused at one more, and refused
 * when a single one of its coefficients is disturbed.
 */
class ImplicitCatalogueTest {

  private static final Exact DISTURBANCE = Exact.of(1, 1000);

  private static final Pattern ITERATIONS =
      Pattern.compile("\n\n(\\d+) iterations? of it, as an explicit tableau:\n");

  static boolean isImplicit(SchemeFacts facts) {
    return ITERATIONS.matcher(facts.text()).find() || facts.text().contains("predicted by");
  }

  static List<String> names() {
    return Catalogue.onClassPath().schemes().values().stream()
        .map(OdeScheme::facts)
        .filter(ImplicitCatalogueTest::isImplicit)
        .map(SchemeFacts::name)
        .toList();
  }

  @Test
  void thereAreTen() {
    assertTrue(names().size() >= 10, () -> "only " + names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedAtItsOrderOnly(String name) {
    SchemeFacts facts = Float64.scheme(name).facts();
    assertEquals(List.of(), Verifier.verify(scheme(facts, facts.order())).findings());
    assertRefused(scheme(facts, facts.order() + 1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDisturbedCoefficientIsRefused(String name) {
    SchemeFacts facts = Float64.scheme(name).facts();
    Scheme scheme = scheme(facts, facts.order());
    if (scheme instanceof IteratedRungeKutta iterated) {
      disturbed(iterated.method())
          .forEach(m -> assertRefused(new IteratedRungeKutta(m, iterated.iterations())));
      return;
    }
    Multistep recurrence = (Multistep) scheme;
    disturbed(recurrence.terms()).forEach(terms -> assertRefused(recurrence.withTerms(terms)));
    Predictor predictor = recurrence.predictor().orElseThrow();
    disturbed(predictor.terms())
        .forEach(
            terms -> assertRefused(recurrence.with(new Predictor(terms, predictor.corrections()))));
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
        if (s.order() > 1) {
          all.add(with(s, a, s.weights(), disturbed(s.c(), i)));
        }
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

  private static List<List<Multistep.Term>> disturbed(List<Multistep.Term> terms) {
    List<List<Multistep.Term>> all = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      List<Multistep.Term> changed = new ArrayList<>(terms);
      Multistep.Term term = terms.get(i);
      changed.set(
          i, new Multistep.Term(term.kind(), term.back(), term.coefficient().plus(DISTURBANCE)));
      all.add(changed);
    }
    return all;
  }

  private static void assertRefused(Scheme scheme) {
    assertTrue(
        Verifier.verify(scheme).findings().stream()
            .anyMatch(finding -> finding.message().severity() == Severity.ERROR),
        scheme::toString);
  }

  private static Scheme scheme(SchemeFacts facts, int order) {
    Matcher iterations = ITERATIONS.matcher(facts.text());
    if (iterations.find()) {
      return new IteratedRungeKutta(
          tableau(facts.text().substring(0, iterations.start()), order),
          Integer.parseInt(iterations.group(1)));
    }
    String[] texts = facts.text().split("\npredicted by\n", -1);
    StartOfBlock start = StartOfBlock.of(facts);
    boolean absorbs = !facts.text().contains("h");
    Multistep corrector =
        new Multistep(
            facts.name(),
            order,
            RecurrenceParser.parse(facts.name(), texts[0], absorbs, true).value().orElseThrow(),
            start.steps(),
            start
                .scheme()
                .<StartingProcedure>map(s -> new StartingProcedure.OneStep(tableau(s)))
                .orElseGet(StartingProcedure::euler),
            ((SchemeFamily.LinearMultistep) facts.family()).carriesHistory());
    List<Multistep.Term> predicted =
        RecurrenceParser.parsePredictor(facts.name(), texts[1], absorbs).value().orElseThrow();
    Multistep both = corrector.with(new Predictor(predicted, 1));
    return absorbs ? both.absorbing().orElseThrow() : both;
  }

  private static RungeKutta tableau(OdeScheme scheme) {
    return tableau(scheme.facts().text(), scheme.facts().order());
  }

  private static RungeKutta tableau(String text, int order) {
    return TableauParser.parse("Scheme", order, text).value().orElseThrow();
  }

  /**
   * Of a linear F, backward Euler by one iteration is the poly-2 module I + F + F F of PolyNet; of
   * another, it is not.
   */
  @Test
  void backwardEulerIsPoly2ForALinearVectorField() {
    double[] x = {1, -2, 0.5};
    double[] linear = run(y -> new double[] {y[1] - y[2], 2 * y[0] + y[1], 3 * y[2] - y[0]}, x);
    // F x = (-2.5, 0, 0.5), F F x = (-0.5, -5, 4).
    assertArrayEquals(new double[] {-2, -7, 5}, linear, 1e-14);
    double[] square = run(y -> new double[] {y[0] * y[0], y[1], y[2]}, x);
    // 1 + F(1 + F(1)) = 1 + F(2) = 5; PolyNet's is 1 + F(1) + F(F(1)) = 3.
    assertEquals(5, square[0], 1e-14);
  }

  private static double[] run(UnaryOperator<double[]> f, double[] x) {
    RightHandSide field = y -> Tensor.create(f.apply(Float64.read(y)), 1, x.length, 1, 1);
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard();
        Tensor y0 = Tensor.create(x, 1, x.length, 1, 1);
        Tensor y1 =
            new BlockChain(
                    Float64.scheme("backward-euler"),
                    parameters,
                    new FunctionVectorField(field),
                    Coefficients.FROZEN,
                    1)
                .forward(y0, 1)) {
      return Float64.read(y1);
    }
  }
}
