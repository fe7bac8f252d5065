package io.butcherblock.nn;

import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * A part of a network that training can run by itself: what stands before the blocks, a block, or
 * what stands behind them. {@link SuperResolutionNetwork#forward(NetworkSegment, List)} runs it.
 */
public final class NetworkSegment {

  private final List<Node> nodes;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final Set<String> parameters;
  private final UnaryOperator<List<Tensor>> forward;
  private final Optional<InverseBlock> inverse;

  NetworkSegment(
      List<Node> nodes,
      List<Value> inputs,
      List<Value> outputs,
      Set<String> parameters,
      UnaryOperator<List<Tensor>> forward,
      Optional<InverseBlock> inverse) {
    this.nodes = List.copyOf(nodes);
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.parameters = Set.copyOf(parameters);
    this.forward = forward;
    this.inverse = inverse;
  }

  /** The nodes of the network's graph that the segment stands for. */
  public List<Node> nodes() {
    return nodes;
  }

  /** The values that it reads: the image, or values that earlier segments make. */
  public List<Value> inputs() {
    return inputs;
  }

  /** The values that it makes for later segments. */
  public List<Value> outputs() {
    return outputs;
  }

  /** The names of the parameters that its outputs may depend on. */
  public Set<String> parameters() {
    return parameters;
  }

  /** Whether this is a block whose inputs can be computed from the state behind it. */
  public boolean hasInverse() {
    return inverse.isPresent();
  }

  /**
   * The state behind the block, which its inverse reads.
   *
   * @throws java.util.NoSuchElementException if there is no inverse
   */
  public List<Value> stateBehind() {
    return inverse.orElseThrow().stateBehind();
  }

  /**
   * The values of the state before the block that its inverse computes: all that are not in the
   * state behind it as well.
   *
   * @throws java.util.NoSuchElementException if there is no inverse
   */
  public List<Value> recomputed() {
    return inverse.orElseThrow().recomputed();
  }

  List<Tensor> forward(List<Tensor> values) {
    return forward.apply(values);
  }

  List<Tensor> forwardInDouble(List<Tensor> values) {
    return inverse.orElseThrow().forward(values);
  }

  List<Tensor> backward(List<Tensor> stateBehind) {
    return inverse.orElseThrow().backward(stateBehind);
  }
}
