package io.butcherblock.train;

import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.NetworkSegment;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memory of the feature maps of a training step as float32, in bytes for each LR pixel of the
 * batch.
 *
 * @param kept bytes of the values that are kept until the gradient is computed, each counted once;
 *     numbers for a whole image, such as a mean, are not counted, nor is what opaque tensor code
 *     keeps inside
 * @param widest bytes of the largest value
 */
public record FeatureMapMemory(long kept, long widest) {

  /** Estimates the memory of a training step from the network's graph. Needs no native library. */
  public static FeatureMapMemory of(NetworkGraph graph) {
    Map<Value, FeatureMapSize> sizes = FeatureMapSize.ofAll(graph);
    return new FeatureMapMemory(bytes(SavedForGradient.of(graph.nodes()), sizes), widest(sizes));
  }

  private static long widest(Map<Value, FeatureMapSize> sizes) {
    return sizes.values().stream().mapToLong(FeatureMapSize::bytes).max().orElseThrow();
  }

  /** Estimates the memory of a training step that keeps activations, or computes them again. */
  public static FeatureMapMemory of(SuperResolutionNetwork network, Activations activations) {
    NetworkGraph graph = network.spec().graph(network.scale());
    return activations == Activations.STORED
        ? of(graph)
        : recomputed(FeatureMapSize.ofAll(graph), network.segments(), activations);
  }

  /** What is kept between segments, and within the one that keeps most. */
  private static FeatureMapMemory recomputed(
      Map<Value, FeatureMapSize> sizes, List<NetworkSegment> segments, Activations activations) {
    Set<Value> between = new HashSet<>(segments.get(0).outputs());
    long most = 0;
    for (NetworkSegment segment : segments) {
      Set<Value> inside = SavedForGradient.of(segment.nodes());
      if (activations.inverts(segment)) {
        inside.addAll(segment.inputs());
        inside.addAll(segment.stateBehind());
      } else {
        between.addAll(segment.inputs());
        inside.removeAll(segment.inputs());
      }
      most = Math.max(most, bytes(inside, sizes));
    }
    return new FeatureMapMemory(bytes(between, sizes) + most, widest(sizes));
  }

  private static long bytes(Set<Value> values, Map<Value, FeatureMapSize> sizes) {
    return values.stream().mapToLong(value -> sizes.get(value).bytes()).sum();
  }
}
