package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/**
 * -K^T relu(K y + b), the right-hand side of the parabolic network of Ruthotto and Haber, "Deep
 * Neural Networks Motivated by Partial Differential Equations", J. Math. Imaging Vis. 62, 2020,
 * without its normalization. Its Jacobian is symmetric and has no positive eigenvalue, so that two
 * solutions of y' = G(y) never move apart.
 */
@VectorField({Layer.CONV_3X3, Layer.RELU, Layer.CONV_3X3_TRANSPOSED, Layer.NEGATION})
public interface GDiffusion {}
