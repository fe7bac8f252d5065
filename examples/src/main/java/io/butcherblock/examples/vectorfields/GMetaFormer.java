package io.butcherblock.examples.vectorfields;

import io.butcherblock.dsl.SplitVectorField;

/**
 * The sum of what the two parts of a MetaFormer block compute (Yu et al., "MetaFormer Is Actually
 * What You Need for Vision", CVPR 2022, eqs. (2) and (3), without normalization): f mixes pixels,
 * here by {@link GV2}, and g is a feed-forward network at each pixel.
 */
@SplitVectorField(f = GV2.class, g = GFeedForward.class, name = "g-metaformer")
public interface GMetaFormer {}
