package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a network's graph node by node. A writer stands for a part of the network: it puts a
 * common prefix before the keys of parameters and before the names of values, such as {@code
 * body.3} and {@code body.3/k1} for {@code body.3.conv1.weight} and {@code body.3/k1/conv1}.
 */
public final class NodeWriter {

  private final List<Node> nodes;
  private final String keys;
  private final String values;

  /** Makes a writer of a new graph, with no prefix. */
  public NodeWriter() {
    this(new ArrayList<>(), "", "");
  }

  private NodeWriter(List<Node> nodes, String keys, String values) {
    this.nodes = nodes;
    this.keys = keys;
    this.values = values;
  }

  /**
   * A writer to the same graph for a part of the network with parameters of its own.
   *
   * @param name added to the prefix of keys and of values
   */
  public NodeWriter child(String name) {
    return new NodeWriter(nodes, key(name), value(name).name());
  }

  /**
   * A writer to the same graph for a part of the network with the parameters of another part.
   *
   * @param name added to the prefix of values
   * @param parametersOf added to the prefix of keys
   */
  public NodeWriter child(String name, String parametersOf) {
    return new NodeWriter(nodes, key(parametersOf), value(name).name());
  }

  /**
   * A writer to the same graph for one use of the parameters of this part, such as one of several
   * evaluations that share their weights.
   *
   * @param name added to the prefix of values only
   */
  public NodeWriter use(String name) {
    return new NodeWriter(nodes, keys, value(name).name());
  }

  /**
   * The graph of all nodes written so far, by this writer and all others to the same graph.
   *
   * @param input the value that no node makes
   * @param output the value that the graph returns
   * @throws IllegalArgumentException if a value is made twice or read before it is made
   */
  public NetworkGraph graph(Value input, Value output) {
    return new NetworkGraph(input, nodes, output);
  }

  /**
   * Adds a constant to each channel.
   *
   * @param name of the new value
   * @param color a number for each channel, not trained
   * @param x feature maps
   * @return feature maps of the same size
   */
  public Value addColor(String name, List<Float> color, Value x) {
    return add(new Node.AddColor(value(name), x, color));
  }

  /**
   * Writes a convolution with stride 1 that keeps the size of the image. Its parameters are {@code
   * name.weight} [out, in, kernel, kernel] and {@code name.bias} [out].
   *
   * @param name of the new value and of the parameters
   * @param in the number of input channels
   * @param out the number of output channels
   * @param kernel side of the kernel in pixels, odd
   * @param x feature maps [N, in, H, W]
   * @return feature maps [N, out, H, W]
   */
  public Value convolution(String name, int in, int out, int kernel, Value x) {
    NodeWriter at = child(name);
    Filter filter = Filter.trained(at.key("weight"));
    return add(convolution(name, x, filter, Optional.of(at.key("bias")), in, out, kernel));
  }

  /**
   * Writes the transpose K^T of a convolution K, its adjoint for feature maps with zeros around
   * them. It has the weights of K and no bias; {@code relu} between both makes K^T relu(K x + b),
   * the gradient of a convex potential.
   *
   * @param name of the new value
   * @param of the name of the convolution K, whose parameter is {@code of.weight}
   * @param in the number of input channels, which is that of K's outputs
   * @param out the number of output channels, which is that of K's inputs
   * @param kernel side of the kernel in pixels, odd
   * @param x feature maps [N, in, H, W]
   * @return feature maps [N, out, H, W]
   */
  public Value transposedConvolution(String name, String of, int in, int out, int kernel, Value x) {
    Filter filter = new Filter(child(of).key("weight"), Filter.Form.TRANSPOSED);
    return add(convolution(name, x, filter, Optional.empty(), in, out, kernel));
  }

  /**
   * Writes the convolution K - K^T, whose Jacobian is antisymmetric: its eigenvalues are imaginary.
   * Its parameters are K, {@code name.weight} [channels, channels, kernel, kernel], and {@code
   * name.bias} [channels].
   *
   * @param name of the new value and of the parameters
   * @param channels the number of input and of output channels
   * @param kernel side of the kernel in pixels, odd
   * @param x feature maps [N, channels, H, W]
   * @return feature maps of the same size
   */
  public Value antisymmetricConvolution(String name, int channels, int kernel, Value x) {
    NodeWriter at = child(name);
    Filter filter = new Filter(at.key("weight"), Filter.Form.ANTISYMMETRIC);
    return add(
        convolution(name, x, filter, Optional.of(at.key("bias")), channels, channels, kernel));
  }

  private Node convolution(
      String name, Value x, Filter filter, Optional<String> bias, int in, int out, int kernel) {
    return new Node.Convolution(value(name), x, filter, bias, in, out, kernel);
  }

  /**
   * Writes a parametric ReLU. Its parameter is {@code name.weight} [channels].
   *
   * @param name of the new value and of the parameter
   * @param channels the number of feature maps
   * @param x feature maps
   * @return feature maps of the same size
   */
  public Value prelu(String name, int channels, Value x) {
    return add(new Node.PRelu(value(name), x, child(name).key("weight"), channels));
  }

  /**
   * Writes a ReLU.
   *
   * @param name of the new value
   * @param x feature maps
   * @return feature maps of the same size
   */
  public Value relu(String name, Value x) {
    return add(new Node.Relu(value(name), x));
  }

  /**
   * Writes a linear combination; its trained factors are parameters of this part.
   *
   * @param name of the new value
   * @param terms at least one, all of the same size
   * @return feature maps of the same size
   */
  public Value combination(String name, List<Term> terms) {
    return add(
        new Node.LinearCombination(value(name), terms.stream().map(this::qualified).toList()));
  }

  /**
   * Writes a sub-pixel rearrangement.
   *
   * @param name of the new value
   * @param factor how many times wider and higher the feature maps become
   * @param x feature maps [N, C factor^2, H, W]
   * @return feature maps [N, C, factor H, factor W]
   */
  public Value pixelShuffle(String name, int factor, Value x) {
    return add(new Node.PixelShuffle(value(name), x, factor));
  }

  /**
   * Writes the mean of each channel over the whole image.
   *
   * @param name of the new value
   * @param x feature maps [N, C, H, W]
   * @return [N, C, 1, 1]
   */
  public Value globalMean(String name, Value x) {
    return add(new Node.GlobalMean(value(name), x));
  }

  /**
   * Writes the logistic function of each element.
   *
   * @param name of the new value
   * @param x a tensor
   * @return a tensor of the same size
   */
  public Value sigmoid(String name, Value x) {
    return add(new Node.Sigmoid(value(name), x));
  }

  /**
   * Writes the product of feature maps and a number for each channel.
   *
   * @param name of the new value
   * @param x feature maps [N, C, H, W]
   * @param share the numbers [N, C, 1, 1]
   * @return feature maps of the size of {@code x}
   */
  public Value scaleChannels(String name, Value x, Value share) {
    return add(new Node.ScaleChannels(value(name), x, share));
  }

  /**
   * Writes the product of feature maps, element by element: a gate, if {@code gate} is a {@link
   * #sigmoid}.
   *
   * @param name of the new value
   * @param x feature maps [N, C, H, W]
   * @param gate feature maps of the same size, or a single one [N, 1, H, W] for all channels
   * @return feature maps of the size of {@code x}
   */
  public Value product(String name, Value x, Value gate) {
    return add(new Node.Product(value(name), x, gate));
  }

  /**
   * Writes a slice of channels.
   *
   * @param name of the new value
   * @param from the first channel, from 0
   * @param count how many channels, at least 1
   * @param x feature maps [N, C, H, W]
   * @return feature maps [N, count, H, W]
   */
  public Value channels(String name, int from, int count, Value x) {
    return add(new Node.ChannelSlice(value(name), x, from, count));
  }

  /**
   * Writes feature maps with their channels one after the other.
   *
   * @param name of the new value
   * @param parts at least two different values of the same size
   * @return feature maps with the channels of all of them
   */
  public Value concatenation(String name, List<Value> parts) {
    return add(new Node.Concatenation(value(name), parts));
  }

  /**
   * Writes an evaluation that is tensor code, whose weights are those of {@code name} in this part.
   *
   * @param name of the new value and of the evaluation
   * @param vectorField the name of the vector field
   * @param implementedBy the full name of the class that contains the tensor code
   * @param size what one evaluation costs
   * @param x feature maps
   * @return feature maps of the same size
   */
  public Value opaque(
      String name, String vectorField, String implementedBy, GraphSize size, Value x) {
    return add(new Node.Opaque(value(name), x, key(name), vectorField, implementedBy, size));
  }

  /** How many nodes have been written to the graph so far, by this writer and all others. */
  public int size() {
    return nodes.size();
  }

  private Value add(Node node) {
    nodes.add(node);
    return node.output();
  }

  private Term qualified(Term term) {
    if (term.factor() instanceof Factor.Derived derived) {
      return new Term(new Factor.Derived(derived.formula().renamed(this::key)), term.value());
    }
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
