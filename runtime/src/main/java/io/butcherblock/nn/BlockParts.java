package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;

/**
 * What a generated block is built from.
 *
 * @param parameters where the block registers its parameters: {@code body.3}
 * @param vectorField makes the evaluations of the vector field G
 * @param sharing whether the evaluations share their weights
 * @param channels the number C of feature maps, at least 1
 * @param stepSize the step size h
 */
public record BlockParts(
    ParameterScope parameters,
    VectorFieldFactory vectorField,
    WeightSharing sharing,
    int channels,
    double stepSize) {}
