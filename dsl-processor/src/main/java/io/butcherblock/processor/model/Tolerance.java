package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;

/**
 * By how much the conditions of a scheme that is known in decimals only may be missed.
 *
 * @param text as written: {@code 1e-14}; empty for none
 * @param bound the number; 0 where everything is to hold exactly
 */
public record Tolerance(String text, Exact bound) {

  /** Everything is to hold exactly. */
  public static final Tolerance NONE = new Tolerance("", Exact.ZERO);

  public boolean isNone() {
    return bound.isZero();
  }

  /** Whether a number is as good as 0. */
  public boolean allows(Exact difference) {
    return difference.abs().compareTo(bound) <= 0;
  }

  /**
   * A number computed from such decimals, to a tenth of what is allowed; 0 if it is as good as 0.
   */
  public Exact rounded(Exact number) {
    if (isNone()) {
      return number;
    }
    return allows(number) ? Exact.ZERO : number.roundedTo(bound.over(Exact.of(10)));
  }

  /** Whether a number is off by no more than the rounding of all others may add up to. */
  public boolean isRounding(Exact difference) {
    return difference.abs().compareTo(bound.times(Exact.of(10))) <= 0;
  }

  /** What is added to a claim that holds only so: {@code to 1e-14}; empty for none. */
  public String suffix() {
    return isNone() ? "" : " to " + text;
  }

  /** What is added to a difference that is not allowed; empty for none. */
  public String excess() {
    return isNone() ? "" : ", more than the tolerance " + text;
  }
}
