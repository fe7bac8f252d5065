package io.butcherblock.dsl;

/**
 * Which evaluations of the vector field G of a network share their weights. Where a scheme for y' =
 * f(y) + g(y) evaluates f and g apart, "one G" is one f and one g.
 */
public enum WeightSharing {
  /** Each evaluation inside a block has weights of its own, as in the published networks. */
  PER_STAGE,
  /**
   * All evaluations inside a block use one G with one set of weights: the vector field does not
   * change during the step, as in a numerical method. Different blocks have different weights.
   */
  SHARED,
  /**
   * All evaluations of all blocks use one G with one set of weights: the network integrates one
   * autonomous ODE, a step of fixed size for each block, as a neural ODE does (Chen et al., NeurIPS
   * 2018). Trained coefficients of the scheme are still those of each block.
   */
  NETWORK,
  /**
   * Each evaluation inside a block has weights of its own, and all blocks are one block, trained
   * coefficients included: the recursion of DRRN (Tai et al., CVPR 2017). Where history is carried
   * from block to block, the first blocks, which do something else, have weights of their own.
   */
  RECURRENT
}
