package io.butcherblock.nn;

import io.butcherblock.execute.TensorProgram;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;

/**
 * A vector field written by hand that describes what it computes as nodes of a graph. From this one
 * description its networks are trained, run for inference and exported.
 *
 * <pre>{@code
 * public Value describe(NodeWriter nodes, StageContext stage, Value y) {
 *   Value rectified = nodes.relu(stage.layer("rectified", 0), y);
 *   return nodes.convolution(
 *       stage.layer("conv", 0), stage.channels(), stage.channels(), 3, rectified);
 * }
 * }</pre>
 *
 * <p>Initial values: weights and biases of convolutions are uniform in +-1/sqrt(k k C_in), as
 * PyTorch's; slopes of PReLU are 1/4; trained factors of a linear combination are 1.
 */
public abstract non-sealed class GraphVectorField implements VectorFieldFactory {

  /**
   * {@inheritDoc}
   *
   * <p>The same stage gives the same nodes. Names are chosen by the vector field; that of a layer
   * contains the number of the stage, as {@link StageContext#layer} does.
   */
  @Override
  public abstract Value describe(NodeWriter nodes, StageContext stage, Value y);

  @Override
  public final RightHandSide create(ParameterScope parameters, StageContext stage) {
    NodeWriter nodes = new NodeWriter();
    Value y = Value.INPUT;
    NetworkGraph graph = nodes.graph(y, describe(nodes, stage, y));
    InitialValues.register(graph.nodes(), parameters);
    // Its weights and constants are those of the network, which closes them.
    TensorProgram program = TensorProgram.forTraining(graph, parameters.tensors());
    return program::run;
  }
}
