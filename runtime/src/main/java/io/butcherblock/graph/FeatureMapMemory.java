package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memory of the feature maps of a training step, in bytes for each LR pixel, as float32.
 *
 * @param kept of those that live until the gradient is known, each once; numbers for a whole image,
 *     such as a mean, are not counted
 * @param widest of the largest one
 */
public record FeatureMapMemory(long kept, long widest) {

  /** That of a network. */
  public static FeatureMapMemory of(NetworkGraph graph) {
    Map<Value, FeatureMapSize> sizes = FeatureMapSize.ofAll(graph);
    Set<Value> kept = new HashSet<>();
    graph.nodes().forEach(node -> kept.addAll(keptBy(node)));
    return new FeatureMapMemory(
        kept.stream().mapToLong(value -> sizes.get(value).bytes()).sum(),
        sizes.values().stream().mapToLong(FeatureMapSize::bytes).max().orElseThrow());
  }

  /** What the vector field of a node is computed from. */
  private static List<Value> keptBy(Node node) {
    if (node instanceof Node.Convolution
        || node instanceof Node.PRelu
        || node instanceof Node.ScaleChannels) {
      return node.inputs();
    }
    if (node instanceof Node.Relu || node instanceof Node.Sigmoid) {
      return List.of(node.output());
    }
    if (node instanceof Node.LinearCombination sum) {
      return sum.terms().stream()
          .filter(term -> term.factor() instanceof Factor.Trained)
          .map(Term::value)
          .toList();
    }
    return List.of();
  }
}
