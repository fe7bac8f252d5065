package io.butcherblock.program;

/** What a value is multiplied by in a linear combination. */
public sealed interface Factor {

  /** The factor 1: no multiplication. */
  record Unit() implements Factor {}

  /**
   * A number of the scheme, other than 0 and 1.
   *
   * @param exact as a textbook prints it: {@code -1/6}, {@code 1 - 1/2 sqrt(2)}
   * @param value the nearest double
   */
  record Frozen(String exact, double value) implements Factor {}

  /** A trained coefficient, by its name. */
  record Trained(String coefficient) implements Factor {}
}
