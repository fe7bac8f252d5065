package io.butcherblock.examples.networks;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.history.Stoermer2;
import io.butcherblock.examples.vectorfields.GDiffusion;

/**
 * The leapfrog network of Chang et al., AAAI 2018, for y'' = -K^T relu(K y + b), between the head
 * and the upsampler of OISR: one integration through 32 blocks, from y' = 0.
 */
@OdeNetwork(
    name = "oisr-leapfrog-s",
    scheme = Stoermer2.class,
    vectorField = GDiffusion.class,
    blocks = 32,
    channels = 64,
    coefficients = Coefficients.FROZEN)
public interface OisrLeapfrogS {}
