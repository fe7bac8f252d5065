package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;

/**
 * A free parameter of a family of schemes.
 *
 * @param low the smallest value that is allowed
 * @param high the largest value that is allowed, above {@code low}
 * @param start the value that training starts from, between the two
 */
public record FreeParameter(String name, Exact low, Exact high, Exact start) {

  /** As it is declared: {@code a in [1/3, 1], start 2/3}. */
  @Override
  public String toString() {
    return name + " in [" + low + ", " + high + "], start " + start;
  }
}
