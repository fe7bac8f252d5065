package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

/** More schemes, for the tests: Hairer, Norsett, Wanner I, chapters II and III. */
public interface TestSchemes {

  /** The classical scheme of order 4. */
  @ButcherTableau(
      order = 4,
      value =
          """
            0   |
           1/2  | 1/2
           1/2  |  0   1/2
            1   |  0    0    1
          ------+--------------------
          1/6 * |  1    2    2    1
          """)
  interface Kutta4 {}

  /** Gill's scheme, with square roots. */
  @ButcherTableau(
      name = "gill-in-tests",
      order = 4,
      value =
          """
            0   |
           1/2  | 1/2
           1/2  | (sqrt(2)-1)/2  (2-sqrt(2))/2
            1   |      0          -sqrt(2)/2    1+sqrt(2)/2
          ------+--------------------------------------------
          1/6 * |      1          2-sqrt(2)      2+sqrt(2)   1
          """)
  interface Gill {}

  /** The main weights of Dormand and Prince's pair; the seventh stage serves the other weights. */
  @ButcherTableau(
      name = "dormand-prince5-in-tests",
      order = 5,
      value =
          """
            0  |
           1/5 | 1/5
          3/10 | 3/40       9/40
           4/5 | 44/45      -56/15      32/9
           8/9 | 19372/6561 -25360/2187 64448/6561 -212/729
            1  | 9017/3168  -355/33     46732/5247 49/176  -5103/18656
          -----+---------------------------------------------------------
               | 35/384     0           500/1113   125/192 -2187/6784  11/84
          """)
  interface DormandPrince5 {}

  /** Leapfrog with a starting procedure of its own order. */
  @LinearMultistep(
      order = 2,
      value = "y[n+1] = y[n-1] + 2 h f[n]",
      steps = 4,
      start = Start.SCHEME,
      startScheme = Heun.class)
  interface LeapfrogByHeun {}

  /** Adams-Bashforth of order 2. */
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
