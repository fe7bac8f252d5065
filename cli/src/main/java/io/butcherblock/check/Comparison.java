package io.butcherblock.check;

import io.butcherblock.device.Precision;

/**
 * Two results that should be equal but for rounding.
 *
 * @param subject whose results: {@code oisr-lf-s x2}
 * @param what is compared with what: {@code planned on cpu, plain on cpu}
 * @param precision in which the first was computed
 * @param unit of the difference
 * @param difference the largest that was found; NaN if a result is no number
 * @param tolerance the largest that is right
 */
public record Comparison(
    String subject,
    String what,
    Precision precision,
    Unit unit,
    double difference,
    double tolerance) {

  /** What a difference is counted in. */
  public enum Unit {
    /** Samples of images in 0..255. */
    SAMPLES,
    /** Parts of the expected value. */
    RELATIVE
  }

  /** Whether the results agree. */
  public boolean passed() {
    // Not the negation of "above": NaN is not right either.
    return difference <= tolerance;
  }
}
