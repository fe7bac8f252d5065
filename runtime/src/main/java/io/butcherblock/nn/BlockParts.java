package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;

/**
 * What a generated block is made of.
 *
 * @param parameters where the block registers its parameters: {@code body.3}
 * @param vectorField makes the evaluations of G
 * @param sharing whether the evaluations share their weights
 * @param channels the number C of feature maps
 * @param stepSize the step size h
 */
public record BlockParts(
    ParameterScope parameters,
    VectorFieldFactory vectorField,
    WeightSharing sharing,
    int channels,
    double stepSize) {}
