package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;

/** Where the values that the first steps of a multistep scheme look back to come from. */
public sealed interface StartingProcedure {

  /** y[m] = f[m] = 0 for m below 0; the recurrence runs from the first step. */
  record ZeroHistory() implements StartingProcedure {}

  /** The first k - 1 steps are those of a Runge-Kutta scheme. */
  record OneStep(RungeKutta scheme) implements StartingProcedure {}

  /** The same with a step size {@code ratio} times as large. */
  default StartingProcedure withStepSize(Exact ratio) {
    return this instanceof OneStep start ? new OneStep(start.scheme().withStepSize(ratio)) : this;
  }

  /** The first k - 1 steps are Euler's. */
  static StartingProcedure euler() {
    return new OneStep(
        new RungeKutta(
            "Euler",
            1,
            List.of(List.of(Exact.ZERO)),
            List.of(Exact.ONE),
            Exact.ONE,
            List.of(Exact.ZERO)));
  }
}
