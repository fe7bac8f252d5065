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

  /** What is added to a claim that holds only so: {@code to 1e-14}; empty for none. */
  public String suffix() {
    return isNone() ? "" : " to " + text;
  }

  /** What is added to a difference that is not allowed; empty for none. */
  public String excess() {
    return isNone() ? "" : ", more than the tolerance " + text;
  }
}
