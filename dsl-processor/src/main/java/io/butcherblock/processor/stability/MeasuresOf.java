package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import java.util.List;

/** Computes the measures of a verified scheme. */
public final class MeasuresOf {

  /** Powers beyond the order in which errors of a multistep scheme are looked for. */
  private static final int BEYOND = 8;

  /** A recurrence that looks back farther would take long. */
  private static final int FARTHEST = 12;

  private MeasuresOf() {}

  /** Of a Runge-Kutta scheme. */
  public static Measures of(RungeKutta scheme, Stability stability) {
    int evaluations = 0;
    for (boolean used : scheme.usedStages()) {
      evaluations += used ? 1 : 0;
    }
    // Row m of the polynomial w - R(z) begins with the negated coefficient of z^m.
    List<List<Exact>> rows = stability.polynomial();
    AxisErrors errors =
        stability.isKnown()
            ? AxisErrors.of(
                m -> m < rows.size() ? rows.get(m).get(0).negate() : Exact.ZERO,
                2 * scheme.stages() + 2)
            : AxisErrors.UNKNOWN;
    return new Measures(
        SspCoefficient.of(scheme),
        stability.realInterval() / evaluations,
        errors.dissipation(),
        errors.dispersion());
  }

  /** Of a linear multistep scheme, which evaluates once in each step. */
  public static Measures of(Multistep scheme, Stability stability) {
    AxisErrors errors =
        stability.isKnown() && scheme.backValues() <= FARTHEST
            ? AxisErrors.of(new PrincipalRoot(scheme)::coefficient, scheme.order() + BEYOND)
            : AxisErrors.UNKNOWN;
    return new Measures(
        // y'' = f(y) has no Euler steps whose bounds could be kept.
        scheme.isSecondOrder() ? 0 : SspCoefficient.of(scheme),
        stability.realInterval(),
        errors.dissipation(),
        errors.dispersion());
  }
}
