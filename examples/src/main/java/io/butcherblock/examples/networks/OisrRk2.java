package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Heun;
import io.butcherblock.examples.vectorfields.GV3;

/** OISR-RK2: the same with 122 feature maps. */
@OdeNetwork(
    name = "oisr-rk2",
    scheme = Heun.class,
    vectorField = GV3.class,
    blocks = 8,
    channels = 122,
    source = "He et al., CVPR 2019, Table 2")
public interface OisrRk2 {}
