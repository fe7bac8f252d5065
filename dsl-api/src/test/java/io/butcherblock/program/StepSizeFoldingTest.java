package io.butcherblock.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values lack the step size, and which factors take it. */
class StepSizeFoldingTest {

  private static final Value K1 = new Value("k1");
  private static final Value K2 = new Value("k2");
  private static final Value SUM = new Value("sum");
  private static final Value Y1 = new Value("y1");

  /** y1 = y0 + 1/6 (k1 + 2 k2): the sum is one of f, and its factor takes h. */
  @Test
  void aSumOfDerivativesTakesItOnce() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("stage2", Term.of("y0"), Term.of("1/2", 0.5, "k1"))
            .evaluate("k2", 2, "stage2")
            .combine("sum", Term.of("k1"), Term.of("2", 2, "k2"))
            .combine("y1", Term.of("y0"), Term.of("1/6", 1 / 6.0, "sum"))
            .returning("y1", List.of());
    StepSizeFolding folding = StepSizeFolding.of(program);
    assertTrue(folding.lacksStepSize(K1));
    assertTrue(folding.lacksStepSize(SUM));
    assertFalse(folding.lacksStepSize(Y1));
    assertFalse(folding.takesStepSize(Term.of("2", 2, "k2"), SUM));
    assertTrue(folding.takesStepSize(Term.of("1/6", 1 / 6.0, "sum"), Y1));
    assertFalse(folding.takesStepSize(Term.of("y0"), Y1));
  }

  /** Leapfrog from a zero history: f is evaluated at y1 = 2 k1, which has its h therefore. */
  @Test
  void whereTheVectorFieldIsEvaluatedIsNoDerivative() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("2", 2, "k1"))
            .evaluate("k2", 2, "y1")
            .combine("y2", Term.of("y0"), Term.of("2", 2, "k2"))
            .returning("y2", List.of());
    StepSizeFolding folding = StepSizeFolding.of(program);
    assertFalse(folding.lacksStepSize(Y1));
    assertTrue(folding.takesStepSize(Term.of("2", 2, "k1"), Y1));
  }

  /** A sum of f alone cannot go on with y, which would be multiplied by h with it. */
  @Test
  void aSumThatGoesOnWithOtherTermsIsLeftAlone() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .evaluate("k2", 2, "y0")
            .combine("sum", Term.of("k1"), Term.of("k2"))
            .accumulate("sum", Term.of("y0"))
            .combine("y1", Term.of("y0"), Term.of("1/2", 0.5, "sum"))
            .returning("y1", List.of());
    assertFalse(StepSizeFolding.of(program).lacksStepSize(K2));
  }

  @Test
  void trainedCoefficientsAreLeftAlone() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("scale1", "k1"))
            .returning("y1", List.of(new Coefficient("scale1", "b1", "2", 2)));
    assertFalse(StepSizeFolding.of(program).lacksStepSize(K1));
  }

  /** Carried history: h f goes to the next block. */
  @Test
  void aStateHasItsStepSize() {
    List<Term> sum = List.of(Term.of("y0"), Term.of("3/2", 1.5, "k2"), Term.of("-1/2", -0.5, "k1"));
    BlockProgram program =
        new BlockProgram(
            List.of(Value.INPUT, K1),
            List.of(new Instruction.Evaluate(K2, 1, Value.INPUT), new Instruction.Combine(Y1, sum)),
            List.of(),
            List.of(Y1, K2));
    assertFalse(StepSizeFolding.of(program).lacksStepSize(K2));
  }
}
