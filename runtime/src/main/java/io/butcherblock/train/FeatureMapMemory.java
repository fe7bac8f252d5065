package io.butcherblock.train;

import io.butcherblock.execute.SavedForGradient;
import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.Value;
import java.util.Map;

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
    return new FeatureMapMemory(
        SavedForGradient.of(graph.nodes()).stream()
            .mapToLong(value -> sizes.get(value).bytes())
            .sum(),
        sizes.values().stream().mapToLong(FeatureMapSize::bytes).max().orElseThrow());
  }
}
