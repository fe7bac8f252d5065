package io.butcherblock.examples.networks;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.partitioned.HamiltonianEuler;
import io.butcherblock.examples.vectorfields.GGradient;

/**
 * The two-layer Hamiltonian network of Chang et al., AAAI 2018, between the head and the upsampler
 * of OISR, on the two halves of 128 channels.
 */
@OdeNetwork(
    name = "oisr-hamiltonian-s",
    scheme = HamiltonianEuler.class,
    vectorField = GGradient.class,
    blocks = 6,
    channels = 128,
    coefficients = Coefficients.FROZEN)
public interface OisrHamiltonianS {}
