package io.butcherblock.examples.schemes;

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
}
