package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.partitioned.StoermerVerlet;
import io.butcherblock.examples.vectorfields.GV2;

/**
 * Störmer-Verlet blocks on the two halves of 128 channels, at the number of parameters of EDSR's
 * baseline.
 */
@OdeNetwork(
    name = "oisr-verlet-s",
    scheme = StoermerVerlet.class,
    vectorField = GV2.class,
    blocks = 4,
    channels = 128)
public interface OisrVerletS {}
