package io.butcherblock.examples.networks;

import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.examples.additive.LieTrotter;
import io.butcherblock.examples.vectorfields.GMetaFormer;

/**
 * MetaFormer blocks, which are steps of Lie-Trotter splitting, between the head and the upsampler
 * of OISR.
 */
@OdeNetwork(
    name = "oisr-metaformer-s",
    scheme = LieTrotter.class,
    vectorField = GMetaFormer.class,
    blocks = 22,
    channels = 64)
public interface OisrMetaformerS {}
