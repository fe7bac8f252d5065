package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/**
 * K^T relu(K y + b), the gradient of the convex potential |relu(K y + b)|^2 / 2: what each half of
 * the two-layer Hamiltonian network of Chang et al., "Reversible Architectures for Arbitrarily Deep
 * Residual Neural Networks", AAAI 2018, evaluates of the other.
 */
@VectorField({Layer.CONV_3X3, Layer.RELU, Layer.CONV_3X3_TRANSPOSED})
public interface GGradient {}
