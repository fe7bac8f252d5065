package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.VerificationResult;
import io.butcherblock.processor.verify.Verifier;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting methods as the steps that they are. */
class SplittingReaderTest {

  private static final RungeKutta EULER = tableau("0 |; --; | 1");
  private static final RungeKutta HEUN = tableau("0 | 0 0; 1 | 1 0; --; 1/2 * | 1 1");
  private static final String STRANG = "1/2 g\n    f\n\n1/2 g";

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Method", 1, text.split("; ?", -1));
  }

  private static Parsed<AdditiveRungeKutta> read(int order, String text, RungeKutta method) {
    return SplittingReader.read("Split", order, text, method, Tolerance.NONE);
  }

  private static AdditiveRungeKutta scheme(int order, String text, RungeKutta method) {
    Parsed<AdditiveRungeKutta> parsed = read(order, text, method);
    assertEquals(List.of(), parsed.findings());
    return parsed.value().orElseThrow();
  }

  private static List<String> texts(AdditiveRungeKutta scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
  }

  /** The tableaus by hand: each row has what the steps before have added. */
  @Test
  void stepsOfEulersMethod() {
    AdditiveRungeKutta strang = scheme(1, STRANG, EULER);
    RungeKutta f = tableau("0 | 0 0 0; 0 | 0 0 0; 1 | 0 1 0; --; | 0 1 0");
    RungeKutta g = tableau("0 | 0 0 0; 1/2 | 1/2 0 0; 1/2 | 1/2 0 0; --; | 1/2 0 1/2");
    assertEquals(f.a(), strang.f().a());
    assertEquals(f.c(), strang.f().c());
    assertEquals(f.weights(), strang.f().weights());
    assertEquals(g.a(), strang.g().a());
    assertEquals(g.c(), strang.g().c());
    assertEquals(g.weights(), strang.g().weights());
  }

  @Test
  void stepsOfTwoStages() {
    AdditiveRungeKutta strang = scheme(2, STRANG, HEUN);
    assertEquals(
        tableau(
                """
                0   | 0   0   0 0 0   0
                1/2 | 1/2 0   0 0 0   0
                1/2 | 1/4 1/4 0 0 0   0
                1/2 | 1/4 1/4 0 0 0   0
                1/2 | 1/4 1/4 0 0 0   0
                1   | 1/4 1/4 0 0 1/2 0
                --
                    | 1/4 1/4 0 0 1/4 1/4
                """)
            .a(),
        strang.g().a());
    assertEquals(List.of(), texts(strang));
  }

  /** Of Yoshida's coefficients, which only exact flows of order 3 or more make use of. */
  @Test
  void numbersAreExactAndMayBeNegative() {
    String text = "(2-sqrt(2))/2 f\n\u2212sqrt(2)/2*(-1) f\n1 g";
    AdditiveRungeKutta scheme = scheme(1, text, EULER);
    assertEquals(
        List.of(Exact.ONE, Exact.ONE),
        List.of(
            scheme.f().weights().stream().reduce(Exact.ZERO, Exact::plus),
            scheme.g().weights().stream().reduce(Exact.ZERO, Exact::plus)));
    assertFalse(scheme.f().weights().get(0).isRational());
  }

  /** Only the second step with g can be wrong, by the other conditions of order 2. */
  @Test
  void theStepThatIsWrongIsNamed() {
    List<String> texts = texts(scheme(2, "1/2 g\nf\n1/3 g", HEUN));
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(
        texts.get(0).endsWith("With 1/2 instead of 1/3 in step 3, all conditions of order 2 hold."),
        texts::toString);
    String both = texts(scheme(1, "1/2 g\nf\n1/3 g", EULER)).get(0);
    assertTrue(both.contains("elementary differential g (order 1) gives 5/6"), both);
    assertFalse(both.contains(" in step "), both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/2 h", "f 1/2", "1/2", "1/2 F", "2 f g", "1/0 f", "half f", "1/2f g"})
  void whatIsNoStepIsRefusedAtItsLine(String line) {
    Parsed<AdditiveRungeKutta> parsed = read(1, "f\n" + line, EULER);
    assertTrue(parsed.value().isEmpty());
    assertEquals(1, parsed.findings().size(), () -> parsed.findings().toString());
  }

  /** What papers state holds for steps that solve their equations exactly. */
  @Test
  void stepsOfALowerOrderThanTheSplittingAreToldFromIt() {
    String strang = texts(scheme(2, STRANG, EULER)).get(0);
    assertTrue(
        strang.endsWith(
            "All that fail are of f alone or of g alone: the splitting has order 2, its steps have"
                + " not. Choose a substep of that order, or claim order 1."),
        strang);
    String lie = texts(scheme(2, "f\ng", HEUN)).get(0);
    assertFalse(lie.contains("substep"), lie);
  }

  /** A splitting method has no free parameters to declare. */
  @Test
  void aWordIsNotTakenForAParameter() {
    String text = read(1, "alpha f\ng", EULER).findings().get(0).text();
    assertTrue(text.startsWith("[BadCoefficient] Split: 'alpha' does not belong"), text);
    assertFalse(text.contains("parameters"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f g f", "1/2 g; 1 f", "1/2 f, 1/2 g", "h/2 g"})
  void severalStepsInALineAreToldFromNumbers(String line) {
    String text = read(1, line, EULER).findings().get(0).text();
    assertTrue(
        text.endsWith(
            "no step of a splitting method. A line reads a number, a multiple of h, and f or g, as"
                + " 1/2 g."),
        text);
  }

  /**
   * Ruth's splitting of order 3 (c = 7/24, 3/4, -1/24, d = 2/3, -2/3, 1). Which conditions fail was
   * found by another program, from the recursion over trees.
   */
  @Test
  void splittingOfOrderThree() {
    String ruth = "7/24 f\n2/3 g\n3/4 f\n-2/3 g\n-1/24 f\n1 g";
    RungeKutta kutta = tableau("0 | 0 0 0; 1/2 | 1/2 0 0; 1 | -1 2 0; --; 1/6 * | 1 4 1");
    assertEquals(
        "order 4: 44 of 52 conditions fail",
        proofOfNext(scheme(3, ruth, kutta)).replaceAll(",.*", ""));
    assertEquals(
        "order 3: 4 of 14 conditions fail, those of f''(f, f); f'f'f; g''(g, g); g'g'g",
        proofOfNext(scheme(2, ruth, HEUN)));
    assertEquals(
        "order 3: 10 of 14 conditions fail",
        proofOfNext(scheme(2, STRANG, kutta)).replaceAll(",.*", ""));
    assertEquals(
        "order 2: 2 of 4 conditions fail, those of f'g; g'f", proofOfNext(scheme(1, "f\ng", HEUN)));
  }

  private static String proofOfNext(AdditiveRungeKutta scheme) {
    VerificationResult result = Verifier.verify(scheme);
    assertEquals(List.of(), result.findings());
    return result.verified().orElseThrow().proof().stream()
        .filter(line -> line.contains(" fail"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void blanksAreNoMatter() {
    assertEquals(scheme(1, STRANG, EULER), scheme(1, "  1/2g\n1 f\n 1/2   g  ", EULER));
  }

  @Test
  void anEmptyTextAndTooManyStagesAreRefused() {
    assertTrue(
        read(1, " \n", EULER).findings().get(0).text().startsWith("[Shape] Split has no row"));
    String many = "1/129 f\n".repeat(129) + "g";
    assertTrue(
        read(1, many, HEUN).findings().get(0).text().contains("260"),
        () -> read(1, many, HEUN).findings().toString());
  }

  /** Nearly as many as are taken: each step is written from the value before it. */
  @Test
  @Timeout(20)
  void manySteps() {
    String text = "1/30 f\n1/30 g\n".repeat(30);
    VerificationResult result = Verifier.verify(scheme(1, text, EULER));
    assertEquals(
        List.of(Message.INTERVALS_BEYOND_WORK),
        result.findings().stream().map(Finding::message).toList());
    BlockProgram program = Lowering.lower(result.verified().orElseThrow()).frozen().program();
    assertEquals(60, program.evaluations());
    assertEquals(60, program.passes());
    assertEquals(4, program.peak());
    List<String> more = texts(scheme(1, "1/100 f\n1/100 g\n".repeat(100), EULER));
    assertTrue(
        more.get(0).startsWith("[Size] Split: a block has 20100 coefficients"), more::toString);
  }
}
