package io.butcherblock.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepHalvingTest {

  @Test
  void coefficientsOfHfStayAsTheyAre() {
    BlockProgram heun =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("stage2", Term.of("y0"), Term.of("k1"))
            .evaluate("k2", 2, "stage2")
            .combine("sum", Term.of("k1"), Term.of("k2"))
            .combine("y1", Term.of("y0"), Term.of("scale1", "sum"))
            .returning("y1", List.of(trained("scale1")));
    StepHalving halving = StepHalving.of(List.of(heun));
    assertEquals(Optional.empty(), halving.obstacle());
    assertEquals(Set.of(), halving.doubled(0));
  }

  /** y1 and y3 of the LF-block are multiples of h f alone, and f is evaluated there. */
  @Test
  void valuesWithoutYAreNotHalved() {
    StepHalving halving = StepHalving.of(List.of(leapfrog(/* trained= */ true)));
    assertEquals(Optional.empty(), halving.obstacle());
    assertEquals(Set.of("scale1", "scale3"), halving.doubled(0));
  }

  @Test
  void fixedCoefficientsCannotMakeUpForTheSmallerStep() {
    String obstacle = StepHalving.of(List.of(leapfrog(false))).obstacle().orElseThrow();
    assertTrue(obstacle.contains("zero history"), obstacle);
  }

  @Test
  void trainedCoefficientsOfYAreNone() {
    BlockProgram block =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("scale1", "y0"), Term.of("scale2", "k1"))
            .returning("y1", List.of(trained("scale1"), trained("scale2")));
    String obstacle = StepHalving.of(List.of(block)).obstacle().orElseThrow();
    assertTrue(obstacle.contains("scale1 multiplies y"), obstacle);
  }

  @Test
  void aBlockMustReturnItsStateWithoutF() {
    BlockProgram block =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("1/2", 0.5, "y0"), Term.of("k1"))
            .returning("y1", List.of());
    assertTrue(StepHalving.of(List.of(block)).obstacle().isPresent());
  }

  /** y[n+1] = 3/4 y[n] + 1/4 y[n-1] + h f[n], started by Euler: all back values are y then. */
  @Test
  void aHistoryOfYsAndOneOfHfAreToldApart() {
    BlockProgram start =
        new BlockProgram(
            List.of(Value.INPUT),
            List.of(evaluate("k1"), sum("y1", Term.of("y0"), Term.of("k1"))),
            List.of(),
            List.of(new Value("y1"), Value.INPUT));
    BlockProgram averaging =
        new BlockProgram(
            List.of(Value.INPUT, new Value("yBack1")),
            List.of(
                evaluate("k1"),
                sum(
                    "y1",
                    Term.of("3/4", 0.75, "y0"),
                    Term.of("1/4", 0.25, "yBack1"),
                    Term.of("k1"))),
            List.of(),
            List.of(new Value("y1"), Value.INPUT));
    assertEquals(Optional.empty(), StepHalving.of(List.of(start, averaging)).obstacle());
    BlockProgram wrong =
        new BlockProgram(
            averaging.inputs(),
            List.of(
                evaluate("k1"),
                sum("y1", Term.of("y0"), Term.of("1/4", 0.25, "yBack1"), Term.of("k1"))),
            List.of(),
            averaging.outputs());
    assertTrue(StepHalving.of(List.of(start, wrong)).obstacle().isPresent());
  }

  /** The halves of a partitioned state are not the same, so that exchanging them is no identity. */
  @Test
  void theHalvesOfAStateStayWhereTheyAre() {
    List<Value> halves = List.of(new Value("p0"), new Value("q0"));
    BlockProgram exchanging =
        new BlockProgram(
            halves,
            List.of(sum("p1", Term.of("q0")), sum("q1", Term.of("p0"))),
            List.of(),
            List.of(new Value("p1"), new Value("q1")));
    assertTrue(StepHalving.of(List.of(exchanging)).obstacle().isPresent());
  }

  private static BlockProgram leapfrog(boolean trained) {
    ProgramWriter writer = new ProgramWriter();
    List<String> bases = List.of("", "y0", "y1", "y2");
    for (int i = 1; i <= 4; i++) {
      writer.evaluate("k" + i, i, "y" + (i - 1));
      Term step = trained ? Term.of("scale" + i, "k" + i) : Term.of("2", 2, "k" + i);
      if (i == 1) {
        writer.combine("y1", step);
      } else {
        writer.combine("y" + i, Term.of(bases.get(i - 1)), step);
      }
    }
    List<Coefficient> coefficients =
        trained
            ? List.of(trained("scale1"), trained("scale2"), trained("scale3"), trained("scale4"))
            : List.of();
    return writer.returning("y4", coefficients);
  }

  private static Coefficient trained(String name) {
    return new Coefficient(name, "b", "2", 2);
  }

  private static Instruction evaluate(String target) {
    return new Instruction.Evaluate(new Value(target), 1, Value.INPUT);
  }

  private static Instruction sum(String target, Term... terms) {
    return new Instruction.Combine(new Value(target), List.of(terms));
  }
}
