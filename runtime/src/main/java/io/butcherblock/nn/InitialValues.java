package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import java.util.List;

/** Registers the parameters of nodes with their initial values, those of PyTorch's layers. */
final class InitialValues implements NodeVisitor<Void> {

  private static final double SLOPE = 0.25;

  private final ParameterScope parameters;

  private InitialValues(ParameterScope parameters) {
    this.parameters = parameters;
  }

  /** Registers each parameter once, in the order of the nodes. */
  static void register(List<Node> nodes, ParameterScope parameters) {
    InitialValues values = new InitialValues(parameters);
    nodes.forEach(node -> node.accept(values));
  }

  @Override
  public Void visit(Node.Convolution node) {
    int kernel = node.kernel();
    double bound = 1 / Math.sqrt((double) kernel * kernel * node.in());
    node.parameters()
        .forEach(
            (key, shape) -> {
              if (!parameters.has(key)) {
                parameters.uniform(key, bound, shape.stream().mapToLong(Long::longValue).toArray());
              }
            });
    return null;
  }

  @Override
  public Void visit(Node.PRelu node) {
    return constant(node.slope(), SLOPE, node.channels());
  }

  @Override
  public Void visit(Node.LinearCombination node) {
    node.parameters().keySet().forEach(key -> constant(key, 1, 1));
    return null;
  }

  private Void constant(String key, double value, long size) {
    if (!parameters.has(key)) {
      parameters.constant(key, value, size);
    }
    return null;
  }

  @Override
  public Void visit(Node.AddColor node) {
    return null;
  }

  @Override
  public Void visit(Node.Relu node) {
    return null;
  }

  @Override
  public Void visit(Node.PixelShuffle node) {
    return null;
  }

  @Override
  public Void visit(Node.GlobalMean node) {
    return null;
  }

  @Override
  public Void visit(Node.Sigmoid node) {
    return null;
  }

  @Override
  public Void visit(Node.ScaleChannels node) {
    return null;
  }

  @Override
  public Void visit(Node.Product node) {
    return null;
  }

  @Override
  public Void visit(Node.ChannelSlice node) {
    return null;
  }

  @Override
  public Void visit(Node.Concatenation node) {
    return null;
  }

  @Override
  public Void visit(Node.Opaque node) {
    throw new ButcherblockException(
        "A described vector field contains the opaque one %s, whose tensor code a graph does not have: extend %s instead."
            .formatted(node.vectorField(), OpaqueVectorField.class.getName()));
  }
}
