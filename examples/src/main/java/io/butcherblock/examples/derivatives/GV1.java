package io.butcherblock.examples.derivatives;

import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

/** The paper's first G: convolution, then PReLU (Fig. 3(b), Table 1). */
@Derivative({Layer.CONV_3X3, Layer.PRELU})
public interface GV1 {}
