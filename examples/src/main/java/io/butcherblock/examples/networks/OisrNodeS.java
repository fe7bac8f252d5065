package io.butcherblock.examples.networks;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.catalogue.ClassicRk4;
import io.butcherblock.examples.vectorfields.GV2;

/**
 * A neural ODE (Chen et al., NeurIPS 2018) of fixed steps: one vector field in all places, four
 * steps of the classical Runge-Kutta method, with about as many parameters as OISR-LF-s.
 */
@OdeNetwork(
    name = "oisr-node-s",
    scheme = ClassicRk4.class,
    vectorField = GV2.class,
    blocks = 4,
    channels = 160,
    stepSize = "1/4",
    coefficients = Coefficients.FROZEN,
    sharing = WeightSharing.NETWORK)
public interface OisrNodeS {}
