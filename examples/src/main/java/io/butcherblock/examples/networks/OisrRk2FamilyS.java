package io.butcherblock.examples.networks;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.families.TwoStage;
import io.butcherblock.examples.vectorfields.GV3;

/**
 * OISR-RK2-s with a two-stage method of its own in each block: the abscissa is trained, and order 2
 * holds after every step of training. The two evaluations of a block share one G, of which the
 * order speaks; twice the blocks make up for it.
 */
@OdeNetwork(
    name = "oisr-rk2f-s",
    scheme = TwoStage.class,
    vectorField = GV3.class,
    blocks = 16,
    channels = 64,
    coefficients = Coefficients.FAMILY,
    sharing = WeightSharing.SHARED,
    source = "not in the paper")
public interface OisrRk2FamilyS {}
