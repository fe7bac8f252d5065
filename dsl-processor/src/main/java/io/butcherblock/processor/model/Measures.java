package io.butcherblock.processor.model;

/**
 * Numbers by which one scheme is chosen rather than another.
 *
 * @param ssp the SSP coefficient: the largest r such that steps of up to r h keep every convex
 *     bound that Euler's steps of h keep; 0 if there is none, as for y'' = f(y), NaN if it is not
 *     computed
 * @param realPerEvaluation the real interval of stability for each evaluation, or NaN
 * @param dissipation by what the amplitude is off on the imaginary axis
 * @param dispersion by what the phase is off
 */
public record Measures(
    double ssp, double realPerEvaluation, LeadingError dissipation, LeadingError dispersion) {

  /** Where nothing is computed. */
  public static final Measures UNKNOWN =
      new Measures(Double.NaN, Double.NaN, LeadingError.UNKNOWN, LeadingError.UNKNOWN);

  /**
   * The leading term c nu^(p + 1) of an error at z = i nu, where e^z is meant.
   *
   * @param order p; 0 if there is no error, or it is not computed
   * @param constant c; 0 if there is no error, NaN if it is not computed
   */
  public record LeadingError(int order, double constant) {

    public static final LeadingError UNKNOWN = new LeadingError(0, Double.NaN);
    public static final LeadingError NONE = new LeadingError(0, 0);
  }
}
