package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Euler;
import io.butcherblock.examples.vectorfields.GEdsr;

/** EDSR's baseline: residual blocks, which are Euler steps of size 1. */
@OdeNetwork(
    name = "edsr-baseline",
    scheme = Euler.class,
    vectorField = GEdsr.class,
    blocks = 16,
    channels = 64,
    source = "Lim et al., CVPRW 2017")
public interface EdsrBaseline {}
