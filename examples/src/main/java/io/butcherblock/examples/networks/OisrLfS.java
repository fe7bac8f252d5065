package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.derivatives.GV2;
import io.butcherblock.examples.schemes.Leapfrog;

/** OISR-LF-s: LF-blocks at the size of EDSR's baseline. */
@OdeNetwork(
    name = "oisr-lf-s",
    scheme = Leapfrog.class,
    derivative = GV2.class,
    blocks = 8,
    channels = 64,
    source = "He et al., CVPR 2019, Table 2")
public interface OisrLfS {}
