package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.util.Locale;

/**
 * Where the activations of the blocks are from that gradients are computed with: the feature maps
 * between their operators.
 */
public enum Activations {

  /** They are kept from the forward pass. The fastest; memory grows with all evaluations. */
  STORED,

  /**
   * Activation checkpointing: the inputs of each block are kept, and the block is run again when
   * its gradient is computed. Memory grows with the number of blocks, by one state each; a third
   * more computation. Vector fields must give the same values each time.
   */
  CHECKPOINTED,

  /**
   * The state behind the last block is kept; from it the inputs of each block are computed
   * backwards, by the inverse that is derived from its program. Memory does not grow with the
   * number of blocks; about two thirds more computation. Blocks without an inverse in closed form
   * are {@link #CHECKPOINTED}. States are then in double precision, since errors of rounding grow
   * from block to block; where a state has grown a thousandfold, it is kept too.
   */
  INVERTED;

  /**
   * Checks that the network can be trained so.
   *
   * @throws ButcherblockException if inputs of blocks are to be computed backwards and no block has
   *     an inverse
   */
  public void check(SuperResolutionNetwork network) {
    if (this == INVERTED && network.segments().stream().noneMatch(NetworkSegment::hasInverse)) {
      throw ButcherblockException.of(
          "No block of %s with %s coefficients has an inverse in closed form; use %s.",
          network.spec().name(),
          network.spec().coefficients().name().toLowerCase(Locale.ROOT),
          Setting.ACTIVATIONS.of(CHECKPOINTED));
    }
  }

  /** Whether the inputs of a segment are computed from the state behind it. */
  public boolean inverts(NetworkSegment segment) {
    return this == INVERTED && segment.hasInverse();
  }

  /** The name in lower case, such as {@code stored}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
