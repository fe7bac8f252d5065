package io.butcherblock.examples.derivatives;

import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

/** G-v3: PReLU and convolution twice (Fig. 3(d)). */
@Derivative({Layer.PRELU, Layer.CONV_3X3, Layer.PRELU, Layer.CONV_3X3})
public interface GV3 {}
