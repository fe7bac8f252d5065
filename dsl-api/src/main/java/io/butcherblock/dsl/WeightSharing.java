package io.butcherblock.dsl;

/** Whether the evaluations of G inside one block share their weights. */
public enum WeightSharing {
  /** Each evaluation of a block has weights of its own, as in the published networks. */
  PER_STAGE,
  /**
   * One G for all evaluations of a block: f does not change during the step, as in a numerical
   * method.
   */
  SHARED
}
