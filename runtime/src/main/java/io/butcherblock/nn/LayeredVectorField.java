package io.butcherblock.nn;

import io.butcherblock.dsl.Layer;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A vector field that is a chain of layers. Base class of the factories that the compiler
 * generates.
 */
public abstract class LayeredVectorField extends GraphVectorField {

  /** Side of the kernel of {@link Layer#CONV_3X3} in pixels. */
  private static final int KERNEL = 3;

  private static final Factor MINUS_ONE = new Factor.Frozen("-1", -1);

  private final String name;
  private final List<Layer> layers;

  /**
   * Makes a vector field.
   *
   * @param name the name in a {@link Catalogue}
   * @param layers from first to last
   * @throws IllegalArgumentException if a {@link Layer#CONV_3X3_TRANSPOSED} has no {@link
   *     Layer#CONV_3X3} before it
   */
  protected LayeredVectorField(String name, Layer... layers) {
    this.name = name;
    this.layers = List.of(layers);
    int transposed = this.layers.indexOf(Layer.CONV_3X3_TRANSPOSED);
    if (transposed >= 0 && !this.layers.subList(0, transposed).contains(Layer.CONV_3X3)) {
      throw new IllegalArgumentException(
          "The vector field " + name + " transposes a convolution that does not precede it.");
    }
  }

  @Override
  public final String name() {
    return name;
  }

  /** The layers of the vector field, from first to last. */
  public final List<Layer> layers() {
    return layers;
  }

  @Override
  public final String definition(int channels) {
    return layers.stream()
        .map(layer -> layer.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  @Override
  public final Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int channels = stage.channels();
    Map<String, Integer> repetitions = new HashMap<>();
    String convolution = "";
    Value value = y;
    for (Layer layer : layers) {
      int before = repetitions.merge(kind(layer), 1, Integer::sum) - 1;
      String name = stage.layer(kind(layer), before);
      value =
          switch (layer) {
            case CONV_3X3 -> nodes.convolution(name, channels, channels, KERNEL, value);
            case CONV_3X3_TRANSPOSED ->
                nodes.transposedConvolution(name, convolution, channels, channels, KERNEL, value);
            case CONV_3X3_ANTISYMMETRIC ->
                nodes.antisymmetricConvolution(name, channels, KERNEL, value);
            case NEGATION -> nodes.combination(name, List.of(new Term(MINUS_ONE, value)));
            case PRELU -> nodes.prelu(name, channels, value);
            case RELU -> nodes.relu(name, value);
          };
      convolution = layer == Layer.CONV_3X3 ? name : convolution;
    }
    return value;
  }

  /**
   * What layers of one kind are numbered by. Those with parameters are named as in the official
   * implementation, which calls PReLU {@code relu}.
   */
  private static String kind(Layer layer) {
    return switch (layer) {
      case CONV_3X3, CONV_3X3_ANTISYMMETRIC -> "conv";
      case CONV_3X3_TRANSPOSED -> "transposed";
      case NEGATION -> "opposite";
      case PRELU -> "relu";
      case RELU -> "rectified";
    };
  }
}
