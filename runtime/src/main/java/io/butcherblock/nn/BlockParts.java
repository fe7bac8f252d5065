package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;
import java.util.List;

/**
 * What a generated block is built from.
 *
 * @param parameters where the block registers its parameters: {@code body.3}
 * @param vectorField makes the evaluations of the vector field G
 * @param sharing which evaluations share their weights
 * @param channels the number C of feature maps, at least 1
 * @param stepSize the step size h
 * @param vectorFields those of an earlier block, which this one uses, too; empty if it has its own
 */
public record BlockParts(
    ParameterScope parameters,
    VectorFieldFactory vectorField,
    WeightSharing sharing,
    int channels,
    double stepSize,
    List<RightHandSide> vectorFields) {

  public BlockParts {
    vectorFields = List.copyOf(vectorFields);
  }

  /** Parts of a block with vector fields of its own. */
  public BlockParts(
      ParameterScope parameters,
      VectorFieldFactory vectorField,
      WeightSharing sharing,
      int channels,
      double stepSize) {
    this(parameters, vectorField, sharing, channels, stepSize, List.of());
  }
}
