package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;

/** Where the values that the first steps of a multistep scheme look back to come from. */
public sealed interface StartingProcedure {

  /** y[m] = f[m] = 0 for m below 0; the recurrence runs from the first step. */
  record ZeroHistory() implements StartingProcedure {}

  /** The first k - 1 steps are those of a Runge-Kutta scheme. */
  record OneStep(RungeKutta scheme) implements StartingProcedure {}

  /**
   * For y'' = f(y) from y'(0) = 0: y[1] = y[0] + h^2/2 f[0], which is Euler's method with half a
   * step for y' at h/2, and leaves the error O(h^4), since y'''(0) = 0; further ones by Stoermer's
   * rule, y[n+1] = 2 y[n] - y[n-1] + h^2 f[n] (Hairer, N&oslash;rsett, Wanner I, section III.10).
   */
  record FromRest() implements StartingProcedure {

    /**
     * The order of a network whose recurrence has at least this one: the error is felt as O(h^3).
     */
    public static final int NETWORK_ORDER = 3;
  }

  /** The same with a step size {@code ratio} times as large. */
  default StartingProcedure withStepSize(Exact ratio) {
    return this instanceof OneStep start ? new OneStep(start.scheme().withStepSize(ratio)) : this;
  }

  /** The first k - 1 steps are Euler's. */
  static OneStep euler() {
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
