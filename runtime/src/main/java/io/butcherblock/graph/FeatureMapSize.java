package io.butcherblock.graph;

import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * How large a value is, for each pixel of the image.
 *
 * @param area pixels of it; 0 if it is for the whole image, such as a mean
 */
public record FeatureMapSize(long channels, long area) {

  private static final FeatureMapSize IMAGE = new FeatureMapSize(3, 1);

  /** That of each value of a network. */
  public static Map<Value, FeatureMapSize> ofAll(NetworkGraph graph) {
    Map<Value, FeatureMapSize> sizes = new HashMap<>(Map.of(graph.input(), IMAGE));
    for (Node node : graph.nodes()) {
      sizes.put(node.output(), sizes.get(node.inputs().get(0)).after(node));
    }
    return sizes;
  }

  private FeatureMapSize after(Node node) {
    if (node instanceof Node.Convolution convolution) {
      return new FeatureMapSize(convolution.out(), area);
    }
    if (node instanceof Node.PixelShuffle shuffle) {
      long factor = (long) shuffle.factor() * shuffle.factor();
      return new FeatureMapSize(channels / factor, area * factor);
    }
    return node instanceof Node.GlobalMean ? new FeatureMapSize(channels, 0) : this;
  }

  /** As float32. */
  public long bytes() {
    return Float.BYTES * channels * area;
  }
}
