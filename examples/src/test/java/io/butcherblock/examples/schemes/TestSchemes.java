package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/** More schemes, for the tests: Hairer, Norsett, Wanner I, chapters II and III. */
public interface TestSchemes {

  /** Leapfrog with a starting procedure of its own order. */
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = y[n-1] + 2 h f[n]",
      steps = 4,
      start = Start.SCHEME,
      startScheme = Heun.class)
  interface LeapfrogByHeun {}

  /** Adams-Bashforth of order 2, which a chain of blocks started by Euler does not have. */
  // What the test measures.
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(order = 2, value = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]", steps = 3)
  interface AdamsBashforth2ByEuler {}

  /** Adams-Bashforth of order 3. */
  @LinearMultistep(
      order = 3,
      value = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
      steps = 4,
      start = Start.SCHEME,
      startScheme = Kutta3.class)
  interface AdamsBashforth3ByKutta3 {}

  /** Adams-Bashforth of order 3 from nothing. */
  // The test compares it with its recurrence, not with a solution.
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 3,
      value = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
      steps = 4,
      start = Start.ZERO_HISTORY,
      name = "adams-bashforth3-zero")
  interface AdamsBashforth3FromZero {}

  /** Order 2 through a network: the error of the first steps is felt once. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 3,
      value = "y[n+1] = y[n] + 23/12 h f[n] - 16/12 h f[n-1] + 5/12 h f[n-2]",
      steps = 1,
      history = History.CARRIED,
      start = Start.EULER)
  interface CarriedAdamsBashforth3ByEuler {}

  /** Order 1 through a network: its first vector field before the start is 0. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
      steps = 1,
      history = History.CARRIED,
      start = Start.ZERO_HISTORY)
  interface CarriedAdamsBashforth2FromZero {}

  /** Not consistent: its first value before the start is 0. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = y[n-1] + 2 h f[n]",
      steps = 1,
      history = History.CARRIED,
      start = Start.ZERO_HISTORY)
  interface CarriedLeapfrogFromZero {}

  /** Order 4 of the recurrence (Stoermer's of four values of f), 3 of a network, from y' = 0. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 4,
      value =
          "y[n+1] = 2 y[n] - y[n-1] + 7/6 h^2 f[n] - 5/12 h^2 f[n-1] + 1/3 h^2 f[n-2]"
              + " - 1/12 h^2 f[n-3]",
      steps = 1,
      history = History.CARRIED)
  interface Stoermer4 {}

  /** Verlet's method with two steps for each block. */
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
      steps = 2,
      history = History.CARRIED)
  interface StoermerOfTwoSteps {}

  /** The leapfrog network of Chang et al.: not consistent, as its first value before y[0] is 0. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
      steps = 1,
      history = History.CARRIED,
      start = Start.ZERO_HISTORY)
  interface StoermerFromZero {}

  /** Order 2 of the recurrence, 1 of a network: the step of its start is c h. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/2 f[n] - 1/2 f[n-1]",
      steps = 1,
      history = History.CARRIED,
      absorbsStepSize = true)
  interface AbsorbedAverage {}

  /** Order 2 of the recurrence, less of a chain of blocks. */
  @SuppressWarnings("butcherblock:StartingOrder")
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/2 f[n] - 1/2 f[n-1]",
      steps = 3,
      absorbsStepSize = true)
  interface AbsorbedAverageBlocks {}

  /** Heun as predictor and corrector; f = 1/2 h g. */
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = y[n] + f[n+1] + f[n]",
      predictor = "y[n+1] = y[n] + 2 f[n]",
      steps = 1,
      absorbsStepSize = true)
  interface AbsorbedHeunPece {}

  /** A family whose parameters have names that have a meaning in Python. */
  @ButcherTableau(
      order = 2,
      parameters =
          "self in [1/3, 1], start 1/2; torch in [1/4, 1/2], start 1/3; field in [0, 1], start 1/3",
      value =
          """
             0 |
          self | self
             1 | 1-field  field
          -----+------------------------------------------
               | 1-(1/2-torch)/self-torch  (1/2-torch)/self  torch
          """)
  interface OddNamesFamily {}
}
