package io.butcherblock.program;

/** What a value is multiplied by in a linear combination. */
public sealed interface Factor {

  /** The factor 1: nothing is multiplied. */
  record Unit() implements Factor {}

  /**
   * A constant of the scheme, other than 0 and 1.
   *
   * @param exact the number as a textbook prints it: {@code -1/6}, {@code 1 - 1/2 sqrt(2)}
   * @param value the double nearest to it
   */
  record Frozen(String exact, double value) implements Factor {}

  /**
   * A trained coefficient.
   *
   * @param coefficient its name: {@code scale3}; in the graph of a network, the key of the
   *     parameter
   */
  record Trained(String coefficient) implements Factor {}

  /**
   * A coefficient that is computed from the trained free parameters of the scheme.
   *
   * @param formula how; in the graph of a network, its parameters have the keys of their logits
   */
  record Derived(Formula formula) implements Factor {}
}
