package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/** G-v2: PReLU, then convolution (Fig. 3(c)). */
@VectorField({Layer.PRELU, Layer.CONV_3X3})
public interface GV2 {}
