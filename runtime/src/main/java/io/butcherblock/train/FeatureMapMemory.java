package io.butcherblock.train;

import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.Value;
import java.util.Map;

/**
 * The memory of the feature maps of a training step, in bytes for each LR pixel, as float32.
 *
 * @param kept bytes of the values that live until the gradient is known, each once; numbers for a
 *     whole image, such as a mean, are not counted, nor is what opaque tensor code keeps inside
 * @param widest bytes of the largest value
 */
public record FeatureMapMemory(long kept, long widest) {

  /** What a step with the network of {@code graph} keeps. */
  public static FeatureMapMemory of(NetworkGraph graph) {
    Map<Value, FeatureMapSize> sizes = FeatureMapSize.ofAll(graph);
    return new FeatureMapMemory(
        SavedForGradient.of(graph.nodes()).stream()
            .mapToLong(value -> sizes.get(value).bytes())
            .sum(),
        sizes.values().stream().mapToLong(FeatureMapSize::bytes).max().orElseThrow());
  }
}
