package io.butcherblock.dsl;

/** The starting procedure of a linear multistep scheme with k back values. */
public enum Start {
  /**
   * y[m] = 0 and f[m] = 0 for m below 0: the recurrence runs from the first step. The published
   * LF-block (He et al., CVPR 2019, Fig. 1(b)) starts so; as a numerical method it is not even
   * consistent, which the compiler says.
   */
  ZERO_HISTORY,
  /** The first k - 1 steps are Euler's: y[n+1] = y[n] + h f[n]. */
  EULER,
  /**
   * The first k - 1 steps are those of the Runge-Kutta scheme {@link LinearMultistep#startScheme}.
   */
  SCHEME
}
