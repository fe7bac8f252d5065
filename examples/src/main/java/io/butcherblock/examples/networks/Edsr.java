package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.derivatives.GEdsr;
import io.butcherblock.examples.schemes.Euler;

/** EDSR: residual blocks scaled by 0.1, which are Euler steps of that size. */
@OdeNetwork(
    name = "edsr",
    scheme = Euler.class,
    derivative = GEdsr.class,
    blocks = 32,
    channels = 256,
    step = "0.1",
    source = "Lim et al., CVPRW 2017")
public interface Edsr {}
