package io.butcherblock.dsl;

/**
 * A layer of a vector field declared with {@link VectorField}. Each layer maps C feature maps to C
 * feature maps of the same height and width.
 */
public enum Layer {
  /** A 3x3 convolution with zero padding 1 and bias. */
  CONV_3X3,
  /**
   * The transpose K^T of the nearest {@link #CONV_3X3} before it, K: its adjoint for feature maps
   * with zeros around them. It has K's weights and no bias. {@code {CONV_3X3, RELU,
   * CONV_3X3_TRANSPOSED}} is K^T relu(K y + b), the gradient of a convex potential (Chang et al.,
   * "Reversible Architectures for Arbitrarily Deep Residual Neural Networks", AAAI 2018, "Two-layer
   * Hamiltonian Network").
   */
  CONV_3X3_TRANSPOSED,
  /**
   * A 3x3 convolution with the weights K - K^T, zero padding 1 and bias. Its Jacobian is
   * antisymmetric, so that all of its eigenvalues are imaginary (Chang et al., AAAI 2018, "Midpoint
   * Network").
   */
  CONV_3X3_ANTISYMMETRIC,
  /**
   * The opposite, -x. Behind {@code {CONV_3X3, RELU, CONV_3X3_TRANSPOSED}} it makes the right-hand
   * side of a diffusion, -K^T relu(K y + b) (Ruthotto and Haber, "Deep Neural Networks Motivated by
   * Partial Differential Equations", J. Math. Imaging Vis. 62, 2020, parabolic networks).
   */
  NEGATION,
  /** A parametric ReLU with one trained slope for each channel, initially 1/4. */
  PRELU,
  /** A rectified linear unit, max(x, 0). */
  RELU
}
