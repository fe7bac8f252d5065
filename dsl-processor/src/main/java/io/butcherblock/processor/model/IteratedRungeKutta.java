package io.butcherblock.processor.model;

/**
 * An implicit Runge-Kutta method by fixed-point iteration of its stages: K^(0)_i = f(y), K^(m)_i =
 * f(y + h sum_j a_ij K^(m-1)_j), y' = y + h sum_i b_i K^(k)_i for k iterations (Hairer,
 * N&oslash;rsett, Wanner I, section II.7, the proof of Theorem 7.2).
 *
 * @param method the implicit method; its order is the claim, which is that of the explicit scheme
 * @param iterations k, at least 1
 * @param unrolled the explicit scheme that this is
 */
public record IteratedRungeKutta(RungeKutta method, int iterations, RungeKutta unrolled)
    implements Scheme {

  /** Unrolls the iterations of a method. */
  public IteratedRungeKutta(RungeKutta method, int iterations) {
    this(method, iterations, Unrolling.of(method, iterations));
  }

  @Override
  public String name() {
    return method.name();
  }

  @Override
  public int order() {
    return method.order();
  }
}
