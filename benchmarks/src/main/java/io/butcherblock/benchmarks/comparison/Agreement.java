package io.butcherblock.benchmarks.comparison;

/** Whether others compute what ours does. */
public final class Agreement {

  private static final double RANGE = 255;

  private final String what;
  private final float[] expected;
  private final double range;

  /**
   * What is expected of others.
   *
   * @param what they compute, in messages: {@code the enlarged image}
   * @param expected what ours computes
   * @throws IllegalStateException if that is not finite: nothing can be compared with it
   */
  public Agreement(String what, float... expected) {
    this.what = what;
    this.expected = expected.clone();
    double largest = RANGE;
    for (float value : expected) {
      if (!Float.isFinite(value)) {
        throw new IllegalStateException(
            "Ours computes %s in %s; nothing was measured.".formatted(value, what));
      }
      largest = Math.max(largest, Math.abs(value));
    }
    this.range = largest;
  }

  /**
   * The largest absolute difference on a scale of 0..255: where ours goes beyond that, as with
   * weights that were never trained, it is divided by as much as the largest value does.
   *
   * @param values what another one computes
   * @throws DisagreementException if it is larger than {@code limit}, the sizes differ, or a value
   *     is not finite: what computes something else is not measured
   */
  public double check(float[] values, double limit) {
    if (values.length != expected.length) {
      throw new DisagreementException(
          "it computes %s numbers of %s, ours %s".formatted(values.length, what, expected.length));
    }
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new DisagreementException(
            "%s: not finite on this processor, but %s".formatted(what, values[i]));
      }
      largest = Math.max(largest, Math.abs((double) values[i] - expected[i]));
    }
    largest *= RANGE / range;
    if (largest > limit) {
      throw new DisagreementException(
          "%s: differs from ours by %s, more than %s".formatted(what, largest, limit));
    }
    return largest;
  }
}
