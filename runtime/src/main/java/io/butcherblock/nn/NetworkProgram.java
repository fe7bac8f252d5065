package io.butcherblock.nn;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.execute.ValueLiveness;
import io.butcherblock.graph.Assignment;
import io.butcherblock.graph.Node;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
final class NetworkProgram implements AutoCloseable {

  private final NetworkTopology topology;
  private final List<Part> parts = new ArrayList<>();
  private final TensorProgram whole;

  /** What is run by itself, first to last. */
  private final List<NetworkSegment> segments = new ArrayList<>();

  private final List<TensorProgram> programs = new ArrayList<>();

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
   * @param spec what it is built from
   * @param parameters the network's
   * @param newBlock makes a block by its number from 0, and registers its parameters
   */
  NetworkProgram(
      NetworkTopology topology,
      NetworkSpec spec,
      Parameters parameters,
      IntFunction<OdeBlock> newBlock) {
    this.topology = topology;
    ParameterScope all = parameters.scope("");
    List<BlockProgram> ofBlocks = spec.programs();
    List<BlockPlace> places = BlockPlace.all(spec);
    List<Node> nodes = topology.graph().nodes();
    int next = 0;
    for (int i = 0; i < topology.blocks().size(); i++) {
      NetworkTopology.Block place = topology.blocks().get(i);
      addTrunk(next, place.begin(), all);
      Set<String> before = Set.copyOf(parameters.byName().keySet());
      OdeBlock block = newBlock.apply(i);
      parts.add(new GeneratedBlock(place, block));
      Set<String> own = new HashSet<>(parameters.byName().keySet());
      own.removeAll(before);
      String coefficients = StateDictKeys.body(places.get(i).coefficients());
      addBlock(
          place,
          block,
          own,
          InverseBlock.of(place, ofBlocks.get(i), block, parameters.scope(coefficients)));
      next = place.end();
    }
    addTrunk(next, nodes.size(), all);
    Value input = topology.graph().input();
    Value output = topology.graph().output();
    Set<Value> saved = SavedForGradient.of(nodes);
    this.whole =
        TensorProgram.of(
            input,
            ValueLiveness.schedule(parts, input, output, value -> !saved.contains(value)),
            output,
            step -> step.assignment().prepare(step.overwritten()));
  }

  /** The whole network, from the image to the enlarged one. */
  TensorProgram whole() {
    return whole;
  }

  List<NetworkSegment> segments() {
    return segments;
  }

  private void addTrunk(int begin, int end, ParameterScope parameters) {
    if (begin == end) {
      return;
    }
    List<Node> nodes = topology.graph().nodes().subList(begin, end);
    InitialValues.register(nodes, parameters);
    List<TrunkNode> trunk =
        nodes.stream().map(node -> new TrunkNode(node, parameters.tensors())).toList();
    parts.addAll(trunk);
    Set<Value> made = new LinkedHashSet<>();
    Set<Value> read = new LinkedHashSet<>();
    for (Node node : nodes) {
      node.inputs().stream().filter(value -> !made.contains(value)).forEach(read::add);
      made.add(node.output());
    }
    Set<Value> later = new HashSet<>(List.of(topology.graph().output()));
    topology.graph().nodes().subList(end, topology.graph().nodes().size()).stream()
        .map(Node::inputs)
        .forEach(later::addAll);
    List<Value> inputs = List.copyOf(read);
    List<Value> outputs = made.stream().filter(later::contains).toList();
    Set<Value> callers = new HashSet<>(inputs);
    callers.addAll(outputs);
    Set<Value> saved = SavedForGradient.of(nodes);
    TensorProgram program =
        TensorProgram.of(
            inputs,
            ValueLiveness.schedule(trunk, callers, value -> !saved.contains(value)),
            outputs,
            step -> step.assignment().prepare(step.overwritten()));
    programs.add(program);
    segments.add(
        new NetworkSegment(
            nodes, inputs, outputs, parametersOf(nodes), program::runAll, Optional.empty()));
  }

  private void addBlock(
      NetworkTopology.Block place,
      OdeBlock block,
      Set<String> own,
      Optional<InverseBlock> inverse) {
    List<Node> nodes = topology.graph().nodes().subList(place.begin(), place.end());
    Set<String> named = parametersOf(nodes);
    // What opaque tensor code has is not in the graph.
    named.addAll(own);
    segments.add(
        new NetworkSegment(nodes, place.inputs(), place.made(), named, block::forward, inverse));
  }

  private static Set<String> parametersOf(List<Node> nodes) {
    Set<String> keys = new HashSet<>();
    nodes.forEach(node -> keys.addAll(node.parameters().keySet()));
    return keys;
  }

  @Override
  public void close() {
    whole.close();
    programs.forEach(TensorProgram::close);
  }
}
