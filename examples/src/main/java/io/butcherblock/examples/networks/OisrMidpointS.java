package io.butcherblock.examples.networks;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.history.CarriedLeapfrog;
import io.butcherblock.examples.vectorfields.GAntisymmetric;

/**
 * The midpoint network of Chang et al., AAAI 2018, between the head and the upsampler of OISR: one
 * leapfrog integration through 32 blocks, whose convolutions are antisymmetric.
 */
@OdeNetwork(
    name = "oisr-midpoint-s",
    scheme = CarriedLeapfrog.class,
    vectorField = GAntisymmetric.class,
    blocks = 32,
    channels = 64,
    coefficients = Coefficients.FROZEN)
public interface OisrMidpointS {}
