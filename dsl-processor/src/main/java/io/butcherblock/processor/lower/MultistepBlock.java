package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the steps of a linear multistep scheme, each with coefficients of its own in the order in
 * which its terms are written. Terms that look back before y[0] vanish, and steps that nothing
 * looks back to are left out.
 */
final class MultistepBlock {

  private final Multistep scheme;
  private final ProgramBuilder program;
  private final int startingSteps;

  MultistepBlock(Multistep scheme, ProgramBuilder program) {
    this.scheme = scheme;
    this.program = program;
    this.startingSteps = scheme.start() instanceof OneStep ? scheme.backValues() - 1 : 0;
  }

  /** Writes the block and returns y[steps]. */
  Value write() {
    boolean[] needed = needed();
    Value[] y = new Value[scheme.steps() + 1];
    y[0] = Value.INPUT;
    for (int n = 0; n < scheme.steps(); n++) {
      if (needed[n + 1]) {
        y[n + 1] = n < startingSteps ? start(y[n], n) : step(y, n);
      }
    }
    return y[scheme.steps()];
  }

  private Value start(Value y, int n) {
    OneStep start = (OneStep) scheme.writtenStart();
    return new RungeKuttaStep(start.scheme(), program)
        .write(y, "y" + (n + 1), ", starting step " + (n + 1));
  }

  private Value step(Value[] y, int n) {
    return new MultistepStep(
            scheme,
            program,
            n,
            back -> y[n - back],
            back -> program.evaluate(y[n - back]),
            ", step " + (n + 1))
        .write(n + 1);
  }

  /** The terms of the step from n that do not vanish. */
  private List<Multistep.Term> terms(int n) {
    return Stream.concat(
            scheme.terms().stream(), scheme.predictor().stream().flatMap(p -> p.terms().stream()))
        .filter(term -> term.back() <= n && !term.coefficient().isZero())
        .toList();
  }

  private boolean[] needed() {
    boolean[] needed = new boolean[scheme.steps() + 1];
    needed[scheme.steps()] = true;
    for (int n = scheme.steps() - 1; n >= 0; n--) {
      if (needed[n + 1]) {
        if (n < startingSteps) {
          needed[n] = true;
        } else {
          for (Multistep.Term term : terms(n)) {
            needed[n - term.back()] = true;
          }
        }
      }
    }
    return needed;
  }
}
