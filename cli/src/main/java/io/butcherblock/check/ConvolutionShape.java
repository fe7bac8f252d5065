package io.butcherblock.check;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.program.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A convolution as a network has it in training.
 *
 * @param in the number of input channels
 * @param out the number of output channels
 * @param kernel side of the kernel in pixels, odd
 * @param n patches that are worked on at once
 * @param side of their feature maps in pixels
 */
record ConvolutionShape(int in, int out, int kernel, int n, int side) {

  /** As many as a thread works on; fewer where exact gradients of so many would take long. */
  private static final int PATCHES = 4;

  private static final double MACS = 2e9;

  /**
   * The different convolutions of a network, in its order.
   *
   * @param patch side of a low-resolution patch in pixels
   * @throws ButcherblockException if the feature maps of one are more than an array holds
   */
  static Set<ConvolutionShape> of(NetworkSpec spec, int scale, int patch) {
    NetworkGraph graph = spec.graph(scale);
    Map<Value, FeatureMapSize> sizes = FeatureMapSize.ofAll(graph);
    Set<ConvolutionShape> shapes = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      if (node instanceof Node.Convolution convolution) {
        double enlarged = Math.sqrt((double) sizes.get(convolution.input()).area());
        shapes.add(of(convolution, (int) Math.max(1, Math.round(patch * enlarged))));
      }
    }
    return shapes;
  }

  private static ConvolutionShape of(Node.Convolution node, int side) {
    double macs = (double) node.macsPerPixel() * side * side;
    int n = (int) Math.max(1, Math.min(PATCHES, MACS / macs));
    ConvolutionShape shape = new ConvolutionShape(node.in(), node.out(), node.kernel(), n, side);
    if ((double) n * Math.max(node.in(), node.out()) * side * side > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "The convolution %s is too large for its gradients to be checked; give a smaller patch."
              .formatted(shape));
    }
    return shape;
  }

  @Override
  public String toString() {
    return "%s -> %s, %sx%s, %s of %sx%s".formatted(in, out, kernel, kernel, n, side, side);
  }
}
