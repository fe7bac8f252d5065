package io.butcherblock.nn;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.execute.ValueLiveness;
import io.butcherblock.graph.Assignment;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;

/**
 * How a network is trained: the nodes of its trunk one by one, and its blocks by their generated
 * code, in the place of the nodes that describe them.
 */
final class NetworkProgram {

  private NetworkProgram() {}

  private interface Part extends Assignment {

    Executable prepare(Optional<Value> overwritten);
  }

  private record TrunkNode(Node node, TensorSource tensors) implements Part {

    @Override
    public Value output() {
      return node.output();
    }

    @Override
    public List<Value> inputs() {
      return node.inputs();
    }

    @Override
    public List<Term> sum() {
      return node.sum();
    }

    @Override
    public Executable prepare(Optional<Value> overwritten) {
      return node.accept(new ExecutableNodes(tensors, overwritten));
    }
  }

  private record GeneratedBlock(NetworkTopology.Block place, OdeBlock block) implements Part {

    @Override
    public Value output() {
      return place.made().get(0);
    }

    @Override
    public List<Value> outputs() {
      return place.made();
    }

    @Override
    public List<Value> inputs() {
      return place.inputs();
    }

    @Override
    public Executable prepare(Optional<Value> overwritten) {
      return new Executable() {
        @Override
        public Tensor run(Map<Value, Tensor> values) {
          return runAll(values).get(0);
        }

        @Override
        public List<Tensor> runAll(Map<Value, Tensor> values) {
          return block.forward(place.inputs().stream().map(values::get).toList());
        }
      };
    }
  }

  /**
   * Makes a network ready: registers its parameters in the order of its nodes.
   *
   * @param parameters the network's
   * @param newBlock makes a block by its number from 0, and registers its parameters
   */
  static TensorProgram of(
      NetworkTopology topology, ParameterScope parameters, IntFunction<OdeBlock> newBlock) {
    List<Node> nodes = topology.graph().nodes();
    List<Part> parts = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < topology.blocks().size(); i++) {
      NetworkTopology.Block block = topology.blocks().get(i);
      addTrunk(nodes.subList(next, block.begin()), parameters, parts);
      parts.add(new GeneratedBlock(block, newBlock.apply(i)));
      next = block.end();
    }
    addTrunk(nodes.subList(next, nodes.size()), parameters, parts);
    Value input = topology.graph().input();
    Value output = topology.graph().output();
    Set<Value> saved = SavedForGradient.of(nodes);
    return TensorProgram.of(
        input,
        ValueLiveness.schedule(parts, input, output, value -> !saved.contains(value)),
        output,
        step -> step.assignment().prepare(step.overwritten()));
  }

  private static void addTrunk(List<Node> nodes, ParameterScope parameters, List<Part> parts) {
    InitialValues.register(nodes, parameters);
    nodes.forEach(node -> parts.add(new TrunkNode(node, parameters.tensors())));
  }
}
