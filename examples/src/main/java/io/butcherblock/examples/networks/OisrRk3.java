package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Kutta3;
import io.butcherblock.examples.vectorfields.GV2;

/** OISR-RK3: RK3-blocks at the size of EDSR. */
@OdeNetwork(
    name = "oisr-rk3",
    scheme = Kutta3.class,
    vectorField = GV2.class,
    blocks = 22,
    channels = 256,
    source = "He et al., CVPR 2019, Table 3")
public interface OisrRk3 {}
