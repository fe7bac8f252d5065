package io.butcherblock.examples.derivatives;

import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

/** G-v2: PReLU, then convolution (Fig. 3(c)). */
@Derivative({Layer.PRELU, Layer.CONV_3X3})
public interface GV2 {}
