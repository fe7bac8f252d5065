package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.Set;

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
   * that has weights contains the number of the stage, as {@link StageContext#layer} does, or
   * networks in which each stage has weights of its own are refused.
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

  /**
   * Refuses names that do not contain the number of the stage: stages would share weights, while
   * all that is said of the network denies it.
   *
   * @param channels the number C of feature maps
   */
  final void requireWeightsForEachStage(int channels) {
    Set<String> first = weights(channels, /* stage= */ 1);
    for (String name : weights(channels, /* stage= */ 2)) {
      if (first.contains(name)) {
        throw new ButcherblockException(
            "The vector field %s calls a parameter %s in all stages of a block, but each stage has weights of its own in this network. Name layers by the stage, as stage.layer(\"conv\", 0) does, or declare the network with sharing = WeightSharing.SHARED."
                .formatted(name(), name));
      }
    }
  }

  private Set<String> weights(int channels, int stage) {
    NodeWriter nodes = new NodeWriter();
    Value y = Value.INPUT;
    Value result = describe(nodes, new StageContext(channels, stage, /* stages= */ 2), y);
    return nodes.graph(y, result).parameters().keySet();
  }
}
