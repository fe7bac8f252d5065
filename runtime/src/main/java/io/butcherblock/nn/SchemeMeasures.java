package io.butcherblock.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers by which one scheme is chosen rather than another. They are those of the scheme's own
 * coefficients with a vector field shared by all stages.
 *
 * @param sspCoefficient the largest r such that steps of up to r h keep every convex bound that
 *     Euler's steps of h keep (strong stability preserving); 0 if there is none, as of a scheme for
 *     y'' = f(y), NaN if it is not computed
 * @param realIntervalPerEvaluation the stability interval on the negative real axis divided by the
 *     evaluations of a step; 0 if there is none, NaN if it is not computed
 * @param dissipation the leading term of 1 - |w| at z = i nu, where w is what a step multiplies the
 *     solution of y' = z y by: above 0 where amplitudes shrink
 * @param dispersion the leading term of nu - arg w: above 0 where waves lag
 */
public record SchemeMeasures(
    double sspCoefficient,
    double realIntervalPerEvaluation,
    LeadingError dissipation,
    LeadingError dispersion) {

  /** Where nothing is computed. */
  public static final SchemeMeasures UNKNOWN =
      new SchemeMeasures(
          Double.NaN, Double.NaN, new LeadingError(0, Double.NaN), new LeadingError(0, Double.NaN));

  private static final String NOT_COMPUTED = "not computed";
  private static final String NONE = "none";

  /**
   * The leading term c nu^(p + 1) of an error.
   *
   * @param order p, at least 1; 0 if there is no error, or it is not computed
   * @param constant c; 0 if there is no error, NaN if it is not computed
   */
  public record LeadingError(int order, double constant) {

    /** The error in words: {@code order 4, 0.00833 nu^5}. */
    public String text() {
      if (Double.isNaN(constant)) {
        return NOT_COMPUTED;
      }
      return order == 0
          ? NONE
          : String.format(Locale.ROOT, "order %d, %.3g nu^%d", order, constant, order + 1);
    }
  }

  /** All that is computed, a measure on each line. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("SSP coefficient     " + number(sspCoefficient, ""));
    lines.add("real axis           " + number(realIntervalPerEvaluation, " for each evaluation"));
    lines.add("dissipation         " + error(dissipation));
    lines.add("dispersion          " + error(dispersion));
    return String.join("\n", lines);
  }

  private static String number(double measure, String of) {
    if (Double.isNaN(measure)) {
      return NOT_COMPUTED;
    }
    return measure == 0 ? NONE : String.format(Locale.ROOT, "%.6f", measure) + of;
  }

  private static String error(LeadingError error) {
    return error.text() + (Double.isNaN(error.constant()) ? "" : ", at z = i nu");
  }
}
