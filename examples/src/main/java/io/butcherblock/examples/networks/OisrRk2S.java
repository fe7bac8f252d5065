package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Heun;
import io.butcherblock.examples.vectorfields.GV3;

/** OISR-RK2-s: RK2-blocks at the size of EDSR's baseline. */
@OdeNetwork(
    name = "oisr-rk2-s",
    scheme = Heun.class,
    vectorField = GV3.class,
    blocks = 8,
    channels = 64,
    source = "He et al., CVPR 2019, Table 2")
public interface OisrRk2S {}
