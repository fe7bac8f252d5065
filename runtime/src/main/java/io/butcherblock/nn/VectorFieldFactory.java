package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;

/**
 * A vector field G by name: describes what its evaluations compute, and makes them.
 *
 * <p>The compiler generates one for each type annotated with {@code @VectorField}. One written by
 * hand extends {@link GraphVectorField} or, for operators that graphs do not have, {@link
 * OpaqueVectorField}. A public class with a public constructor without parameters can be used
 * wherever a declared vector field can; with {@link Registered} it is also listed in the {@link
 * Catalogue}.
 */
public sealed interface VectorFieldFactory permits GraphVectorField, OpaqueVectorField {

  /** The name of the vector field in a {@link Catalogue}: {@code gv2}. */
  String name();

  /**
   * Makes one evaluation of the vector field with its weights.
   *
   * @param parameters where the weights are registered; the network owns and closes them
   * @param stage the place of the evaluation in its block
   */
  RightHandSide create(ParameterScope parameters, StageContext stage);

  /**
   * Writes one evaluation of the vector field to a network's graph.
   *
   * @param nodes where the nodes are written; keys begin with that of the block
   * @param stage the place of the evaluation in its block
   * @param y feature maps [N, C, H, W]
   * @return G(y), of the same size
   */
  Value describe(NodeWriter nodes, StageContext stage, Value y);

  /**
   * What one evaluation computes, as text in one line, {@code prelu, conv_3x3}. Weights files keep
   * it. Of tensor code it says the cost alone.
   *
   * @param channels the number C of feature maps
   */
  default String definition(int channels) {
    return EvaluationText.of(this, channels);
  }

  /**
   * Counts of one evaluation: parameters, multiply-accumulates, receptive radius.
   *
   * @param channels the number C of feature maps
   */
  default GraphSize size(int channels) {
    NodeWriter nodes = new NodeWriter();
    Value y = Value.INPUT;
    Value result = describe(nodes, new StageContext(channels, 1, 1), y);
    return GraphSize.of(nodes.graph(y, result), channels);
  }
}
