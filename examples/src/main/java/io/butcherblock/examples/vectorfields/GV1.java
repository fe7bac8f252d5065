package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/** The paper's first G: convolution, then PReLU (Fig. 3(b), Table 1). */
@VectorField({Layer.CONV_3X3, Layer.PRELU})
public interface GV1 {}
