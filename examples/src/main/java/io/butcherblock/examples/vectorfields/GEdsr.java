package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/** The original G of EDSR (Fig. 3(a)): convolution, ReLU, convolution. */
@VectorField({Layer.CONV_3X3, Layer.RELU, Layer.CONV_3X3})
public interface GEdsr {}
