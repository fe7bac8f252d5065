package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Exact;

/** What a value is multiplied by in a linear combination. */
public sealed interface Factor {

  /** The factor 1: no multiplication. */
  record Unit() implements Factor {}

  /** A number of the scheme, other than 0 and 1. */
  record Frozen(Exact value) implements Factor {}

  /** A trained coefficient. */
  record Trained(String name) implements Factor {}
}
