package io.butcherblock.execute;

import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the gradient of a node is computed from: these values live until then, and may not be
 * overwritten.
 */
public final class SavedForGradient implements NodeVisitor<List<Value>> {

  private SavedForGradient() {}

  /** The values that are kept for the gradient of any of the nodes. */
  public static Set<Value> of(List<Node> nodes) {
    SavedForGradient saved = new SavedForGradient();
    Set<Value> all = new HashSet<>();
    nodes.forEach(node -> all.addAll(node.accept(saved)));
    return all;
  }

  @Override
  public List<Value> visit(Node.Convolution node) {
    return node.inputs();
  }

  @Override
  public List<Value> visit(Node.PRelu node) {
    return node.inputs();
  }

  @Override
  public List<Value> visit(Node.ScaleChannels node) {
    return node.inputs();
  }

  @Override
  public List<Value> visit(Node.Product node) {
    return node.inputs();
  }

  @Override
  public List<Value> visit(Node.Relu node) {
    return List.of(node.output());
  }

  @Override
  public List<Value> visit(Node.Sigmoid node) {
    return List.of(node.output());
  }

  @Override
  public List<Value> visit(Node.LinearCombination node) {
    return node.terms().stream()
        .filter(
            term ->
                term.factor() instanceof Factor.Trained || term.factor() instanceof Factor.Derived)
        .map(Term::value)
        .toList();
  }

  @Override
  public List<Value> visit(Node.AddColor node) {
    return List.of();
  }

  @Override
  public List<Value> visit(Node.PixelShuffle node) {
    return List.of();
  }

  @Override
  public List<Value> visit(Node.GlobalMean node) {
    return List.of();
  }

  /** Unknown, so that both may be needed. */
  @Override
  public List<Value> visit(Node.ChannelSlice node) {
    return List.of();
  }

  @Override
  public List<Value> visit(Node.Concatenation node) {
    return List.of();
  }

  @Override
  public List<Value> visit(Node.Opaque node) {
    return List.of(node.input(), node.output());
  }
}
