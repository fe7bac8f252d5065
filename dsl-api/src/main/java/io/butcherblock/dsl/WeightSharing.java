package io.butcherblock.dsl;

/** Whether the evaluations of the vector field G inside one block of a network share weights. */
public enum WeightSharing {
  /** Each evaluation inside a block has weights of its own, as in the published networks. */
  PER_STAGE,
  /**
   * All evaluations inside a block use one G with one set of weights: the vector field does not
   * change during the step, as in a numerical method. Different blocks have different weights.
   */
  SHARED
}
