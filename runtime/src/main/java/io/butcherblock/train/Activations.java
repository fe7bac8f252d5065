package io.butcherblock.train;

/** What becomes of the feature maps that gradients are computed from. */
public enum Activations {
  /** They are kept from the forward pass on. */
  STORED,
  /**
   * Those inside of blocks are computed a second time (activation checkpointing): of the forward
   * pass only the inputs of blocks are kept; and not even these where a block has an inverse in
   * closed form, as partitioned schemes and carried leapfrog have. A step takes about a third
   * longer.
   */
  RECOMPUTED
}
