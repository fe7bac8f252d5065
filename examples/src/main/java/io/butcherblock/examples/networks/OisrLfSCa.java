package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.schemes.Leapfrog;
import io.butcherblock.examples.vectorfields.GV2ChannelAttention;

/**
 * OISR-LF-s with channel attention in each G: a combination that the paper names, not one of its
 * networks.
 */
@OdeNetwork(
    name = "oisr-lf-s-ca",
    scheme = Leapfrog.class,
    vectorField = GV2ChannelAttention.class,
    blocks = 8,
    channels = 64,
    source = "suggested in He et al., CVPR 2019, Fig. 2")
public interface OisrLfSCa {}
