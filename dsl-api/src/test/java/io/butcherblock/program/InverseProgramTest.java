package io.butcherblock.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InverseProgramTest {

  private static final double STEP = 0.25;

  private static final Term MINUS_K1 = Term.of("-1", -1, "k1");

  @Test
  void leapfrogIsSolvedForItsOldestValue() {
    BlockProgram leapfrog =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("before"), Term.of("2", 2, "k1"))
            .release("k1")
            .returning(List.of("y0", "before"), List.of("y1", "y0"), List.of());
    assertInverse(
        """
        input y1, y0
        k1 = h f1(y0)
        before = y1 - 2 k1
        release k1
        return y0, before
        """,
        leapfrog);
  }

  @Test
  void aTrainedFactorOfAKnownTermIsNoObstacle() {
    assertInverse(
        """
        input y1, y0
        k1 = h f1(y0)
        before/others = scale1 k1
        release k1
        before = y1 - before/others
        release before/others
        return y0, before
        """,
        twoTerms(Term.of("before"), Term.of("scale1", "k1")));
  }

  @Test
  void aConstantFactorIsDividedBy() {
    assertInverse(
        """
        input y1, y0
        k1 = h f1(y0)
        before = -4/3 y1 + 4/3 before/others
        return y0, before
        """
            .replace("before = ", "before/others = k1\nrelease k1\nbefore = ")
            .replace("return", "release before/others\nreturn"),
        twoTerms(Term.of("-3/4", -0.75, "before"), Term.of("k1")));
  }

  @Test
  void aTrainedFactorIsNotDividedBy() {
    assertEquals(
        Optional.empty(), InverseProgram.of(twoTerms(Term.of("scale1", "before"), Term.of("k1"))));
  }

  /** A number that is no double but 0. */
  @Test
  void whatIsTooSmallIsNotDividedBy() {
    assertEquals(
        Optional.empty(),
        InverseProgram.of(twoTerms(Term.of("1/" + "9".repeat(400), 0, "before"), Term.of("k1"))));
  }

  @Test
  void symplecticEulerIsUndoneHalfByHalf() {
    BlockProgram euler =
        new ProgramWriter()
            .evaluate("k1", 1, "q0")
            .combine("p1", Term.of("p0"), MINUS_K1)
            .evaluate("k2", 2, "p1")
            .combine("q1", Term.of("q0"), Term.of("k2"))
            .returning(List.of("p0", "q0"), List.of("p1", "q1"), List.of());
    assertInverse(
        """
        input p1, q1
        k2 = h f2(p1)
        q0 = q1 - k2
        release k2
        k1 = h f1(q0)
        p0 = p1 + k1
        release k1
        return p0, q0
        """,
        euler);
  }

  /** The argument of k3 is a part of the sum that makes q1. */
  @Test
  void stoermerVerletIsUndoneByWayOfItsStage() {
    BlockProgram verlet =
        new ProgramWriter()
            .evaluate("k1", 1, "p0")
            .combine("stage", Term.of("q0"), Term.of("1/2", 0.5, "k1"))
            .evaluate("k2", 2, "stage")
            .combine("p1", Term.of("p0"), Term.of("k2"))
            .evaluate("k3", 3, "p1")
            .combine("q1", Term.of("q0"), Term.of("1/2", 0.5, "k3"), Term.of("1/2", 0.5, "k1"))
            .returning(List.of("p0", "q0"), List.of("p1", "q1"), List.of());
    assertInverse(
        """
        input p1, q1
        k3 = h f3(p1)
        stage = q1 - 1/2 k3
        release k3
        k2 = h f2(stage)
        p0 = p1 - k2
        release k2
        k1 = h f1(p0)
        q0 = stage - 1/2 k1
        release k1
        release stage
        return p0, q0
        """,
        verlet);
  }

  /** Accumulated sums are one equation. */
  @Test
  void sumsInPlaceAreReadWhole() {
    BlockProgram block =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("before"))
            .accumulate("y1", Term.of("k1"))
            .accumulate("y1", Term.of("y0"))
            .returning(List.of("y0", "before"), List.of("y1", "y0"), List.of());
    assertInverse(
        """
        input y1, y0
        k1 = h f1(y0)
        before = y1 - k1 - y0
        release k1
        return y0, before
        """,
        block);
  }

  @Test
  void whatIsPassedOnNeedsNoInstruction() {
    BlockProgram start =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .returning(List.of("y0"), List.of("y1", "y0"), List.of());
    assertEquals(List.of(), InverseProgram.of(start).orElseThrow().instructions());
  }

  @Test
  void eulerAndAdamsBashforthHaveNone() {
    BlockProgram euler =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .returning("y1", List.of());
    assertEquals(Optional.empty(), InverseProgram.of(euler));
    BlockProgram adams =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine(
                "y1", Term.of("y0"), Term.of("3/2", 1.5, "k1"), Term.of("-1/2", -0.5, "before"))
            .returning(List.of("y0", "before"), List.of("y1", "k1"), List.of());
    assertEquals(Optional.empty(), InverseProgram.of(adams));
  }

  private static BlockProgram twoTerms(Term first, Term second) {
    return new ProgramWriter()
        .evaluate("k1", 1, "y0")
        .combine("y1", first, second)
        .returning(List.of("y0", "before"), List.of("y1", "y0"), List.of());
  }

  /** Its text, and that it takes the state behind a block to the one before. */
  private static void assertInverse(String expected, BlockProgram block) {
    BlockProgram inverse = InverseProgram.of(block).orElseThrow();
    assertEquals(expected, inverse.toString());
    List<Double> state = List.of(0.3, -1.2);
    List<Double> back = run(inverse, run(block, state));
    for (int i = 0; i < state.size(); i++) {
      assertEquals(state.get(i), back.get(i), 1e-15);
    }
  }

  /** With f_i(y) = cos(i y), and 0.7 for trained coefficients. */
  private static List<Double> run(BlockProgram program, List<Double> state) {
    Map<Value, Double> values = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      values.put(program.inputs().get(i), state.get(i));
    }
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        double y = values.get(evaluate.at());
        values.put(evaluate.target(), STEP * Math.cos(evaluate.evaluation() * y));
      } else if (instruction instanceof Instruction.Combine combine) {
        values.put(combine.target(), sum(combine.terms(), values));
      } else if (instruction instanceof Instruction.Accumulate accumulate) {
        values.merge(accumulate.target(), sum(accumulate.terms(), values), Double::sum);
      } else if (instruction instanceof Instruction.Release release) {
        values.remove(release.value());
      }
    }
    return program.outputs().stream().map(values::get).toList();
  }

  private static double sum(List<Term> terms, Map<Value, Double> values) {
    return terms.stream().mapToDouble(term -> number(term) * values.get(term.value())).sum();
  }

  private static double number(Term term) {
    if (term.factor() instanceof Factor.Frozen frozen) {
      return frozen.value();
    }
    return term.isUnit() ? 1 : 0.7;
  }
}
