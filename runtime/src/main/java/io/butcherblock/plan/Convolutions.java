package io.butcherblock.plan;

/** By which algorithm a planned network computes its 3x3 convolutions. */
public enum Convolutions {
  /** Winograd's for images for which it is known to be faster, where this machine has it. */
  FASTEST,

  /** LibTorch's own at all times. */
  DIRECT,

  /** Winograd's for images of all sizes, where this machine has it; for comparisons. */
  WINOGRAD
}
