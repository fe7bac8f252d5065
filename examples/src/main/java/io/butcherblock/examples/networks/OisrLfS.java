package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Leapfrog;
import io.butcherblock.examples.vectorfields.GV2;

/** OISR-LF-s: LF-blocks at the size of EDSR's baseline. */
@OdeNetwork(
    name = "oisr-lf-s",
    scheme = Leapfrog.class,
    vectorField = GV2.class,
    blocks = 8,
    channels = 64,
    source = "He et al., CVPR 2019, Table 2")
public interface OisrLfS {}
