package io.butcherblock.nn;

import io.butcherblock.dsl.Derivatives;

/**
 * What a generated block is made of.
 *
 * @param parameters where the block registers its parameters: {@code body.3}
 * @param derivative makes the evaluations of G
 * @param derivatives whether the evaluations share their weights
 * @param channels the number C of feature maps
 * @param step the step size h
 */
public record BlockParts(
    ParameterScope parameters,
    DerivativeFactory derivative,
    Derivatives derivatives,
    int channels,
    double step) {}
