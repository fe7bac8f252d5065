package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a network's graph node by node. A writer stands in a part of the network, where the keys
 * of parameters and the names of values have a common beginning: {@code body.3} and {@code
 * body.3/k1} for {@code body.3.conv1.weight} and {@code body.3/k1/conv1}.
 */
public final class NodeWriter {

  private final List<Node> nodes;
  private final String keys;
  private final String values;

  /** The writer of a new graph, in the whole network. */
  public NodeWriter() {
    this(new ArrayList<>(), "", "");
  }

  private NodeWriter(List<Node> nodes, String keys, String values) {
    this.nodes = nodes;
    this.keys = keys;
    this.values = values;
  }

  /** The writer of the part {@code name}, which has parameters of its own. */
  public NodeWriter child(String name) {
    return new NodeWriter(nodes, key(name), value(name).name());
  }

  /** The writer of one use, {@code name}, of the parameters here. */
  public NodeWriter use(String name) {
    return new NodeWriter(nodes, keys, value(name).name());
  }

  /** What has been written, in this part and all others, as a graph. */
  public NetworkGraph graph(Value input, Value output) {
    return new NetworkGraph(input, nodes, output);
  }

  /** {@link Node.AddColor}. */
  public Value addColor(String name, List<Float> color, Value x) {
    return add(new Node.AddColor(value(name), x, color));
  }

  /** {@link Node.Convolution} with the parameters {@code name.weight} and {@code name.bias}. */
  public Value convolution(String name, int in, int out, int kernel, Value x) {
    NodeWriter at = child(name);
    return add(
        new Node.Convolution(value(name), x, at.key("weight"), at.key("bias"), in, out, kernel));
  }

  /** {@link Node.PRelu} with the parameter {@code name.weight}. */
  public Value prelu(String name, int channels, Value x) {
    return add(new Node.PRelu(value(name), x, child(name).key("weight"), channels));
  }

  /** {@link Node.Relu}. */
  public Value relu(String name, Value x) {
    return add(new Node.Relu(value(name), x));
  }

  /** {@link Node.LinearCombination}; its trained factors are parameters of this part. */
  public Value combination(String name, List<Term> terms) {
    return add(
        new Node.LinearCombination(value(name), terms.stream().map(this::qualified).toList()));
  }

  /** {@link Node.PixelShuffle}. */
  public Value pixelShuffle(String name, int factor, Value x) {
    return add(new Node.PixelShuffle(value(name), x, factor));
  }

  /** {@link Node.GlobalMean}. */
  public Value globalMean(String name, Value x) {
    return add(new Node.GlobalMean(value(name), x));
  }

  /** {@link Node.Sigmoid}. */
  public Value sigmoid(String name, Value x) {
    return add(new Node.Sigmoid(value(name), x));
  }

  /** {@link Node.ScaleChannels}. */
  public Value scaleChannels(String name, Value x, Value share) {
    return add(new Node.ScaleChannels(value(name), x, share));
  }

  /** {@link Node.Opaque}, whose weights are those of {@code name} in this part. */
  public Value opaque(
      String name, String vectorField, String implementedBy, GraphSize size, Value x) {
    return add(new Node.Opaque(value(name), x, key(name), vectorField, implementedBy, size));
  }

  /** How many nodes have been written so far, in this part and all others. */
  public int size() {
    return nodes.size();
  }

  private Value add(Node node) {
    nodes.add(node);
    return node.output();
  }

  private Term qualified(Term term) {
    return term.factor() instanceof Factor.Trained trained
        ? new Term(new Factor.Trained(key(trained.coefficient())), term.value())
        : term;
  }

  private String key(String name) {
    return keys.isEmpty() ? name : keys + "." + name;
  }

  private Value value(String name) {
    return new Value(values.isEmpty() ? name : values + "/" + name);
  }
}
