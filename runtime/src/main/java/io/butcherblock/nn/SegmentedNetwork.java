package io.butcherblock.nn;

import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.execute.ValueLiveness;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * A network cut before its first and behind its last block, and between blocks: for training that
 * computes feature maps a second time instead of keeping them. Uses the parameters and blocks of
 * the network, and is closed before it.
 *
 * <p>Values are named as in the network's graph. Gradients are recorded as the caller has it.
 */
public final class SegmentedNetwork implements AutoCloseable {

  private final NetworkTopology topology;
  private final Parameters parameters;
  private final List<OdeBlock> blocks;
  private final List<Value> headOutputs;
  private final List<Value> tailInputs;
  private final TensorProgram head;
  private final TensorProgram tail;
  private final Map<Integer, TensorProgram> inverses = new LinkedHashMap<>();

  SegmentedNetwork(
      NetworkSpec spec,
      NetworkTopology topology,
      Parameters parameters,
      List<OdeBlock> blocks,
      TensorSource tensors) {
    this.topology = topology;
    this.parameters = parameters;
    this.blocks = List.copyOf(blocks);
    List<Node> nodes = topology.graph().nodes();
    List<Node> first = nodes.subList(0, topology.blocks().get(0).begin());
    List<Node> last = nodes.subList(lastBlock().end(), nodes.size());
    this.tailInputs = read(last);
    this.headOutputs = headOutputs(first);
    this.head = program(List.of(topology.graph().input()), first, headOutputs, tensors, true);
    this.tail = program(tailInputs, last, List.of(topology.graph().output()), tensors, true);
    for (int i = 0; i < blocks.size(); i++) {
      int number = i;
      spec.programs()
          .get(i)
          .inverse()
          .ifPresent(
              inverse -> {
                NodeWriter writer = new NodeWriter();
                BlockPlace place = BlockPlace.of(spec, number);
                List<Value> behind = topology.blocks().get(number).outputs();
                List<Value> before = new BlockGraph(writer, place, spec, inverse).describe(behind);
                inverses.put(number, program(behind, writer.nodes(), before, tensors, false));
              });
    }
  }

  private NetworkTopology.Block lastBlock() {
    return topology.blocks().get(topology.blocks().size() - 1);
  }

  /** The values that nodes read and do not make, in the order of their first use. */
  private static List<Value> read(List<Node> nodes) {
    Set<Value> read = new LinkedHashSet<>();
    nodes.forEach(node -> read.addAll(node.inputs()));
    nodes.forEach(node -> read.remove(node.output()));
    return List.copyOf(read);
  }

  /** What others read of the nodes before the first block. */
  private List<Value> headOutputs(List<Node> first) {
    Set<Value> outputs = new LinkedHashSet<>(topology.blocks().get(0).inputs());
    first.stream().map(Node::output).filter(tailInputs::contains).forEach(outputs::add);
    return List.copyOf(outputs);
  }

  private static TensorProgram program(
      List<Value> inputs,
      List<Node> nodes,
      List<Value> outputs,
      TensorSource tensors,
      boolean differentiated) {
    Set<Value> saved = differentiated ? SavedForGradient.of(nodes) : Set.of();
    List<Value> kept = new ArrayList<>(inputs);
    kept.addAll(outputs);
    return TensorProgram.of(
        inputs,
        ValueLiveness.schedule(nodes, kept, value -> !saved.contains(value)),
        outputs,
        step -> step.assignment().accept(new ExecutableNodes(tensors, step.overwritten())));
  }

  /** The number of blocks. */
  public int blocks() {
    return blocks.size();
  }

  /** The names of the values that {@link #head} gives. */
  public List<Value> headOutputs() {
    return headOutputs;
  }

  /** The names of the values that {@link #tail} takes. */
  public List<Value> tailInputs() {
    return tailInputs;
  }

  /** The names of the values of the state before block {@code number}, from 0. */
  public List<Value> before(int number) {
    return topology.blocks().get(number).inputs();
  }

  /** The names of the values of the state behind block {@code number}, from 0. */
  public List<Value> behind(int number) {
    return topology.blocks().get(number).outputs();
  }

  /** The names of the values that block {@code number} makes. */
  public List<Value> made(int number) {
    return topology.blocks().get(number).made();
  }

  /**
   * Runs what is before the first block.
   *
   * @param lr the images; stay the caller's
   * @return the {@link #headOutputs}, new tensors, which the caller closes
   */
  public List<Tensor> head(Tensor lr) {
    return head.run(List.of(lr));
  }

  /**
   * Runs a block.
   *
   * @param number from 0
   * @param state the values {@link #before} it; stay the caller's
   * @return the values that it {@link #made makes}, new tensors, which the caller closes
   */
  public List<Tensor> block(int number, List<Tensor> state) {
    return blocks.get(number).forward(state);
  }

  /** Whether the state before a block follows in closed form from the state behind it. */
  public boolean isInvertible(int number) {
    return inverses.containsKey(number);
  }

  /**
   * Runs a block backwards.
   *
   * @param number of a block that is {@link #isInvertible invertible}
   * @param state the values {@link #behind} it; stay the caller's
   * @return the values before it; those that are passed on by the block are the caller's tensors,
   *     the others new ones, which the caller closes
   */
  public List<Tensor> inverse(int number, List<Tensor> state) {
    return inverses.get(number).run(state);
  }

  /**
   * Runs what is behind the last block.
   *
   * @param values the {@link #tailInputs}; stay the caller's
   * @return the enlarged images, a new tensor, which the caller closes
   */
  public Tensor tail(List<Tensor> values) {
    return tail.run(values).get(0);
  }

  /** The parameters of a block by name. */
  public Map<String, Tensor> blockParameters(int number) {
    NetworkTopology.Block block = topology.blocks().get(number);
    return parameters(topology.graph().nodes().subList(block.begin(), block.end()), number);
  }

  /** The parameters before the first block by name. */
  public Map<String, Tensor> headParameters() {
    return parameters(topology.graph().nodes().subList(0, topology.blocks().get(0).begin()), -1);
  }

  /** The parameters behind the last block by name. */
  public Map<String, Tensor> tailParameters() {
    List<Node> nodes = topology.graph().nodes();
    return parameters(nodes.subList(lastBlock().end(), nodes.size()), -1);
  }

  /** Of tensor code only the prefix of its parameters is known. */
  private Map<String, Tensor> parameters(List<Node> nodes, int block) {
    Map<String, Tensor> found = new HashMap<>();
    Map<String, Tensor> all = parameters.byName();
    for (Node node : nodes) {
      node.parameters().keySet().forEach(key -> found.put(key, all.get(key)));
      Optional<Node.Opaque> opaque = node.opaque();
      if (opaque.isPresent()) {
        String prefix = StateDictKeys.body(block) + ".";
        all.forEach(
            (key, tensor) -> {
              if (key.startsWith(prefix)) {
                found.put(key, tensor);
              }
            });
      }
    }
    return found;
  }

  @Override
  public void close() {
    head.close();
    tail.close();
    inverses.values().forEach(TensorProgram::close);
  }
}
