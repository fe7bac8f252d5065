package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.history.CarriedAdamsBashforth2;
import io.butcherblock.examples.vectorfields.GV2;

/** One Adams-Bashforth integration through 32 blocks, at the size of EDSR's baseline. */
@OdeNetwork(
    name = "oisr-ab2-s",
    scheme = CarriedAdamsBashforth2.class,
    vectorField = GV2.class,
    blocks = 32,
    channels = 64)
public interface OisrAb2S {}
