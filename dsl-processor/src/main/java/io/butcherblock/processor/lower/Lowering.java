package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.verify.VerifiedScheme;
import io.butcherblock.program.Value;

/** Makes the two block programs of a verified scheme. */
public final class Lowering {

  private Lowering() {}

  public static LoweredScheme lower(VerifiedScheme verified) {
    Scheme scheme = verified.scheme();
    return new LoweredScheme(
        scheme.name(),
        scheme instanceof RungeKutta ? Family.RUNGE_KUTTA : Family.LINEAR_MULTISTEP,
        scheme.order(),
        scheme instanceof RungeKutta tableau ? tableau.stages() : ((Multistep) scheme).backValues(),
        scheme instanceof Multistep recurrence ? condition(recurrence) : "",
        scheme instanceof Multistep recurrence ? steps(recurrence) : "One step",
        block(scheme, true),
        block(scheme, false),
        verified.stability(),
        verified.proof());
  }

  static LoweredProgram block(Scheme scheme, boolean trainable) {
    ProgramBuilder program = new ProgramBuilder(trainable);
    Value output =
        scheme instanceof RungeKutta tableau
            ? new RungeKuttaStep(tableau, program).write(Value.INPUT, "y1", "")
            : new MultistepBlock((Multistep) scheme, program).write();
    return program.finish(output);
  }

  /** A chain of blocks starts anew in each block, and loses what the starting procedure lacks. */
  private static String condition(Multistep scheme) {
    if (scheme.backValues() == 1) {
      return "";
    }
    if (!(scheme.start() instanceof OneStep start)) {
      return " if starting values of that order were given, which the zero history does not give";
    }
    int chained = Math.min(scheme.order(), start.scheme().order());
    return " in steps after accurate starting values; a chain of blocks, each of which starts anew"
        + " by "
        + start.scheme().name()
        + ", has order "
        + chained;
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
