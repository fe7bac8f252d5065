package io.butcherblock.plan;

import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import java.util.List;

/** The operators that a plan begins with: those of the graph, with what can be folded named. */
final class OperationOfNode implements NodeVisitor<Operation> {

  private OperationOfNode() {}

  static List<Operation> all(List<Node> nodes) {
    OperationOfNode operations = new OperationOfNode();
    return nodes.stream().map(node -> node.accept(operations)).toList();
  }

  @Override
  public Operation visit(Node.Convolution node) {
    return new Operation.Convolve(node.output(), node.input(), Kernel.of(node), node.kernel() / 2);
  }

  @Override
  public Operation visit(Node.LinearCombination node) {
    return new Operation.Sum(node.output(), node.terms());
  }

  @Override
  public Operation visit(Node.AddColor node) {
    return new Operation.AddColor(node);
  }

  @Override
  public Operation visit(Node.PRelu node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.Relu node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.PixelShuffle node) {
    return new Operation.PixelShuffle(node);
  }

  @Override
  public Operation visit(Node.GlobalMean node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.Sigmoid node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.ScaleChannels node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.Product node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.ChannelSlice node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.Concatenation node) {
    return new Operation.Passthrough(node);
  }

  @Override
  public Operation visit(Node.Opaque node) {
    return new Operation.Passthrough(node);
  }
}
