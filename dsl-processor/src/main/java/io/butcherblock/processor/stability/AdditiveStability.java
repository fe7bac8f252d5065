package io.butcherblock.processor.stability;

import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.Stability;

/**
 * For which z = h lambda an additive scheme integrates y' = lambda y without growth, where f(y) =
 * g(y) = lambda y / 2: what it does there is what the mean of its tableaus does.
 */
public final class AdditiveStability {

  private AdditiveStability() {}

  /** The stability function and its intervals. */
  public static Stability of(AdditiveRungeKutta scheme) {
    Stability mean = StabilityFunction.stability(scheme.mean());
    return new Stability(
        mean.formula() + ", for f(y) = g(y) = lambda y / 2",
        mean.polynomial(),
        mean.realInterval(),
        mean.imaginaryInterval(),
        mean.isKnown());
  }
}
