package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.verify.VerifiedScheme;
import io.butcherblock.program.Value;
import java.util.List;

/** Makes the two block programs of a verified scheme. */
public final class Lowering {

  private Lowering() {}

  public static LoweredScheme lower(VerifiedScheme verified) {
    Scheme scheme = verified.scheme();
    return new LoweredScheme(
        scheme.name(),
        scheme instanceof RungeKutta ? Family.RUNGE_KUTTA : Family.LINEAR_MULTISTEP,
        scheme.order(),
        verified.blockOrder(),
        scheme instanceof RungeKutta tableau ? tableau.stages() : ((Multistep) scheme).backValues(),
        scheme instanceof Multistep recurrence ? condition(recurrence, verified.blockOrder()) : "",
        scheme instanceof Multistep recurrence ? steps(recurrence) : "One step",
        block(scheme, true),
        block(scheme, false),
        verified.stability(),
        verified.proof(),
        List.of());
  }

  static LoweredProgram block(Scheme scheme, boolean trainable) {
    ProgramBuilder program = new ProgramBuilder(trainable);
    Value output =
        scheme instanceof RungeKutta tableau
            ? new RungeKuttaStep(tableau, program).write(Value.INPUT, "y1", "")
            : new MultistepBlock((Multistep) scheme, program).write();
    return program.finish(output);
  }

  /** What an order needs that a block, which starts anew, does not give. */
  private static String condition(Multistep scheme, int blockOrder) {
    if (scheme.backValues() == 1) {
      return "";
    }
    String after = " in steps after accurate starting values; ";
    if (!(scheme.start() instanceof OneStep start)) {
      return blockOrder == 0
          ? after + "a block, which starts from a zero history, is not consistent"
          : after
              + "a chain of blocks, each of which starts from a zero history, has order "
              + blockOrder;
    }
    return after
        + "a chain of blocks, each of which starts anew by "
        + start.scheme().name()
        + ", has order "
        + blockOrder;
  }

  private static String steps(Multistep scheme) {
    String steps = scheme.steps() == 1 ? "One step" : scheme.steps() + " steps";
    if (scheme.backValues() == 1) {
      return steps;
    }
    if (!(scheme.start() instanceof OneStep start)) {
      return steps + " from a zero history";
    }
    int first = scheme.backValues() - 1;
    return steps
        + " (the first"
        + (first == 1 ? "" : " " + first)
        + " by "
        + start.scheme().name()
        + ")";
  }
}
