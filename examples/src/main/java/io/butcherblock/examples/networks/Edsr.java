package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Euler;
import io.butcherblock.examples.vectorfields.GEdsr;

/** EDSR: residual blocks scaled by 0.1, which are Euler steps of that size. */
@OdeNetwork(
    name = "edsr",
    scheme = Euler.class,
    vectorField = GEdsr.class,
    blocks = 32,
    channels = 256,
    stepSize = "0.1",
    source = "Lim et al., CVPRW 2017")
public interface Edsr {}
