package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.history.CarriedLeapfrog;
import io.butcherblock.examples.vectorfields.GV2;

/** One leapfrog integration through 32 blocks, at the size of EDSR's baseline. */
@OdeNetwork(
    name = "oisr-lf-history-s",
    scheme = CarriedLeapfrog.class,
    vectorField = GV2.class,
    blocks = 32,
    channels = 64)
public interface OisrLfHistoryS {}
