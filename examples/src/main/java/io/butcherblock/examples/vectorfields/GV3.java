package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/** G-v3: PReLU and convolution twice (Fig. 3(d)). */
@VectorField({Layer.PRELU, Layer.CONV_3X3, Layer.PRELU, Layer.CONV_3X3})
public interface GV3 {}
