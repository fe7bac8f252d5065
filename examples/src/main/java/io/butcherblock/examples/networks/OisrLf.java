package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Leapfrog;
import io.butcherblock.examples.vectorfields.GV2;

/** OISR-LF: the same with 122 feature maps. */
@OdeNetwork(
    name = "oisr-lf",
    scheme = Leapfrog.class,
    vectorField = GV2.class,
    blocks = 8,
    channels = 122,
    source = "He et al., CVPR 2019, Table 2")
public interface OisrLf {}
