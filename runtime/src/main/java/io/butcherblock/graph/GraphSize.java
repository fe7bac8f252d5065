package io.butcherblock.graph;

import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Counts of a graph: parameters, multiply-accumulates, receptive radius.
 *
 * @param parameters the number of trainable scalars; those that several nodes share count once
 * @param macsPerPixel multiply-accumulates of convolutions for each pixel of the input
 * @param macsPerImage multiply-accumulates of convolutions that do not grow with the image: those
 *     on a mean over all of it
 * @param radius how many input pixels to each side an output pixel depends on; empty if it depends
 *     on the whole image
 */
public record GraphSize(long parameters, long macsPerPixel, long macsPerImage, OptionalInt radius) {

  /**
   * Counts a network.
   *
   * @param graph a network whose input is an image of three channels
   */
  public static GraphSize of(NetworkGraph graph) {
    return of(graph, FeatureMapSize.ofAll(graph));
  }

  /**
   * Counts a graph with any number of input channels, such as that of a vector field.
   *
   * @param graph straight-line code over feature maps
   * @param channels the number of feature maps of its input
   */
  public static GraphSize of(NetworkGraph graph, int channels) {
    return of(graph, FeatureMapSize.ofAll(graph, channels));
  }

  private static GraphSize of(NetworkGraph graph, Map<Value, FeatureMapSize> sizes) {
    long perPixel = 0;
    long perImage = 0;
    for (Node node : graph.nodes()) {
      long area = sizes.get(node.inputs().get(0)).area();
      perPixel += node.macsPerPixel() * area;
      // A value for the whole image is one pixel, whatever the image.
      perImage += area == 0 ? node.macsPerPixel() : 0;
      perImage += node.opaque().map(opaque -> opaque.size().macsPerImage()).orElse(0L);
    }
    return new GraphSize(parameters(graph), perPixel, perImage, Reach.radius(graph));
  }

  private static long parameters(NetworkGraph graph) {
    long described = graph.parameters().values().stream().mapToLong(GraphSize::elements).sum();
    Map<String, Long> opaque =
        graph.opaque().stream()
            .collect(
                Collectors.toMap(
                    Node.Opaque::key, node -> node.size().parameters(), (one, same) -> one));
    return described + opaque.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * The multiply-accumulates of all convolutions for one input.
   *
   * @param pixels the number of pixels of the input
   */
  public long macs(long pixels) {
    return macsPerPixel * pixels + macsPerImage;
  }
}
