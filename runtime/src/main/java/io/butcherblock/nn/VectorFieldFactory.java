package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;

/**
 * A right-hand side G by name: makes its evaluations, and says what they compute.
 *
 * <p>The compiler generates one for each type annotated with {@code @VectorField}. A hand-written
 * one extends {@link GraphVectorField}, which describes what it computes, or, where graphs have no
 * operator for it, {@link OpaqueVectorField}, which is tensor code. If it is a public class with a
 * public constructor without parameters, it stands wherever a declared one can; with {@link
 * Registered} it also stands in the {@link Catalogue}.
 */
public sealed interface VectorFieldFactory permits GraphVectorField, OpaqueVectorField {

  /** The name of the vector field in a {@link Catalogue}: {@code gv2}. */
  String name();

  /**
   * Makes the vector field of one place in a block.
   *
   * @param parameters where its parameters are registered: those of the block
   */
  RightHandSide create(ParameterScope parameters, StageContext stage);

  /**
   * Writes one evaluation of G to a network's graph.
   *
   * @param nodes where the nodes are written; its keys are those of the block
   * @param y feature maps
   * @return G(y)
   */
  Value describe(NodeWriter nodes, StageContext stage, Value y);

  /** What one vector field with {@code channels} feature maps, evaluated once, costs. */
  default GraphSize size(int channels) {
    NodeWriter nodes = new NodeWriter();
    Value y = Value.INPUT;
    Value result = describe(nodes, new StageContext(channels, 1, 1), y);
    return GraphSize.of(nodes.graph(y, result), channels);
  }
}
