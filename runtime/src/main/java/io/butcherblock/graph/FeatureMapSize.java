package io.butcherblock.graph;

import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * The size of a value of a graph, for each pixel of the input image.
 *
 * @param channels the number of its feature maps
 * @param area pixels of a feature map for each pixel of the input image; 0 if the value has one
 *     number for the whole image, such as a mean
 */
public record FeatureMapSize(long channels, long area) {

  private static final int IMAGE_CHANNELS = 3;

  /**
   * The size of every value of a network.
   *
   * @param graph a network whose input is an image of three channels
   */
  public static Map<Value, FeatureMapSize> ofAll(NetworkGraph graph) {
    return ofAll(graph, IMAGE_CHANNELS);
  }

  /** The size of each value of a graph whose input has {@code channels} feature maps. */
  static Map<Value, FeatureMapSize> ofAll(NetworkGraph graph, int channels) {
    Map<Value, FeatureMapSize> sizes = new HashMap<>();
    sizes.put(graph.input(), new FeatureMapSize(channels, 1));
    for (Node node : graph.nodes()) {
      sizes.put(node.output(), node.accept(new Behind(sizes.get(node.inputs().get(0)))));
    }
    return sizes;
  }

  /** The memory of the value in float32, in bytes for each pixel of the input image. */
  public long bytes() {
    return Float.BYTES * channels * area;
  }

  /** The size of what a node makes of a first input of size {@code input}. */
  private record Behind(FeatureMapSize input) implements NodeVisitor<FeatureMapSize> {

    @Override
    public FeatureMapSize visit(Node.Convolution node) {
      return new FeatureMapSize(node.out(), input.area);
    }

    @Override
    public FeatureMapSize visit(Node.PixelShuffle node) {
      long factor = (long) node.factor() * node.factor();
      return new FeatureMapSize(input.channels / factor, input.area * factor);
    }

    @Override
    public FeatureMapSize visit(Node.GlobalMean node) {
      return new FeatureMapSize(input.channels, 0);
    }

    @Override
    public FeatureMapSize visit(Node.AddColor node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.PRelu node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.Relu node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.LinearCombination node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.Sigmoid node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.ScaleChannels node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.Product node) {
      return input;
    }

    @Override
    public FeatureMapSize visit(Node.ChannelSlice node) {
      return new FeatureMapSize(node.count(), input.area);
    }

    @Override
    public FeatureMapSize visit(Node.Concatenation node) {
      return new FeatureMapSize(input.channels * node.inputs().size(), input.area);
    }

    @Override
    public FeatureMapSize visit(Node.Opaque node) {
      return input;
    }
  }
}
