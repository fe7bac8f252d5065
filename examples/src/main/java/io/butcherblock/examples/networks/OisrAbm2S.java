package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.implicit.CarriedAdamsBashforthMoulton2;
import io.butcherblock.examples.vectorfields.GV2;

/**
 * Adams-Bashforth-Moulton 2 through the whole network, a step for each block, at the size of
 * OISR-LF-s: each block predicts by the vector field of the block before, too, and corrects.
 */
@OdeNetwork(
    name = "oisr-abm2-s",
    scheme = CarriedAdamsBashforthMoulton2.class,
    vectorField = GV2.class,
    blocks = 16,
    channels = 64)
public interface OisrAbm2S {}
