package io.butcherblock.dsl;

/**
 * The starting procedure of a linear multistep scheme: how a block takes its first steps, which
 * would look back before its input y[0]. The scheme has k back values, y[n] to y[n-k+1].
 */
public enum Start {
  /**
   * All values before y[0] are 0, y[m] = 0 and f[m] = 0 for m &lt; 0, so that the recurrence runs
   * from the first step on. The published LF-block (He et al., CVPR 2019, Fig. 1(b)) starts so. As
   * a numerical method this is not even consistent, and the compiler warns of it.
   */
  ZERO_HISTORY,
  /**
   * Euler's method takes the first k - 1 steps: y[n+1] = y[n] + h f[n]. A chain of blocks that
   * start so has order 1, unless the error of the start cancels within a block; the compiler warns
   * where the recurrence has a higher order.
   *
   * <p>Of a scheme for y'' = f(y), a network of which starts from y' = 0, it is Euler's method with
   * half a step for y' at h/2, y[1] = y[0] + h^2/2 f[0], and then Stoermer's rule, y[n+1] = 2 y[n]
   * - y[n-1] + h^2 f[n]. As y''' is 0 at the start, too, a network has order 3 at most.
   */
  EULER,
  /**
   * The Runge-Kutta scheme {@link LinearMultistep#startScheme} takes the first k - 1 steps. With
   * its order at least that of the recurrence, a chain of blocks has the order of the recurrence.
   */
  SCHEME
}
