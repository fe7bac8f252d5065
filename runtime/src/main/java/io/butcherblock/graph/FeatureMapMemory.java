package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.Collections;
import java.util.HashMap;
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

  private static final int COLOURS = 3;

  /** That of a network. */
  public static FeatureMapMemory of(NetworkGraph graph) {
    Map<Value, Long> bytes = new HashMap<>(Map.of(graph.input(), (long) COLOURS * Float.BYTES));
    Set<Value> kept = new HashSet<>();
    for (Node node : graph.nodes()) {
      bytes.put(node.output(), bytesOfOutput(node, bytes));
      kept.addAll(keptBy(node));
    }
    return new FeatureMapMemory(
        kept.stream().mapToLong(bytes::get).sum(), Collections.max(bytes.values()));
  }

  private static long bytesOfOutput(Node node, Map<Value, Long> bytes) {
    long input = bytes.get(node.inputs().get(0));
    if (node instanceof Node.Convolution convolution) {
      return input / convolution.in() * convolution.out();
    }
    // A shuffle moves samples and makes none.
    return node instanceof Node.GlobalMean ? 0 : input;
  }

  /** What the derivative of a node is computed from. */
  private static List<Value> keptBy(Node node) {
    if (node instanceof Node.Convolution || node instanceof Node.PRelu) {
      return node.inputs();
    }
    if (node instanceof Node.Relu || node instanceof Node.Sigmoid) {
      return List.of(node.output());
    }
    if (node instanceof Node.ScaleChannels) {
      return node.inputs();
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
