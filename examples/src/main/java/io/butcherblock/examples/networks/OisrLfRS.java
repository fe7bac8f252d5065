package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.schemes.Leapfrog;
import io.butcherblock.examples.vectorfields.GV2;

/**
 * One LF-block eight times, the recursion of DRRN (Tai et al., CVPR 2017), with about as many
 * parameters as OISR-LF-s.
 */
@OdeNetwork(
    name = "oisr-lf-r-s",
    scheme = Leapfrog.class,
    vectorField = GV2.class,
    blocks = 8,
    channels = 128,
    sharing = WeightSharing.RECURRENT)
public interface OisrLfRS {}
