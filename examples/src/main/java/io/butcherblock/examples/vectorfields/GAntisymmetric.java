package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/**
 * relu((K - K^T) y + b), the right-hand side of the midpoint network of Chang et al., "Reversible
 * Architectures for Arbitrarily Deep Residual Neural Networks", AAAI 2018. The eigenvalues of its
 * Jacobian are imaginary, where leapfrog is stable.
 */
@VectorField({Layer.CONV_3X3_ANTISYMMETRIC, Layer.RELU})
public interface GAntisymmetric {}
