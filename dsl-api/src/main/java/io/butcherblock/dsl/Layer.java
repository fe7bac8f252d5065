package io.butcherblock.dsl;

/**
 * A layer of a vector field declared with {@link VectorField}. Each layer maps C feature maps to C
 * feature maps of the same height and width.
 */
public enum Layer {
  /** A 3x3 convolution with zero padding 1 and bias. */
  CONV_3X3,
  /** A parametric ReLU with one trained slope for each channel, initially 1/4. */
  PRELU,
  /** A rectified linear unit, max(x, 0). */
  RELU
}
