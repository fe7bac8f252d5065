package io.butcherblock.examples.derivatives;

import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

/** The original G of EDSR (Fig. 3(a)): convolution, ReLU, convolution. */
@Derivative({Layer.CONV_3X3, Layer.RELU, Layer.CONV_3X3})
public interface GEdsr {}
