package io.butcherblock.throughput;

/** How floating-point operations are counted, here and in the benchmarks. */
public final class Flop {

  /** A multiplication and an addition. */
  public static final int PER_MAC = 2;

  /**
   * A step of training over inference: the forward pass, and a backward pass that counts as two,
   * one for the gradients of the inputs and one for those of the weights.
   */
  public static final int PASSES_OF_TRAINING = 3;

  private Flop() {}
}
