package io.butcherblock.dsl;

/**
 * A layer of a declared vector field; each maps C feature maps to C feature maps of the same size.
 */
public enum Layer {
  /** Convolution 3x3, padding 1, with bias. */
  CONV_3X3,
  /** Parametric ReLU with one slope a channel, initially 1/4. */
  PRELU,
  /** Rectified linear unit. */
  RELU
}
