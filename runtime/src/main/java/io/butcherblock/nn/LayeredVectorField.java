package io.butcherblock.nn;

import io.butcherblock.dsl.Layer;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.EnumMap;
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

  private final String name;
  private final List<Layer> layers;

  /**
   * Makes a vector field.
   *
   * @param name the name in a {@link Catalogue}
   * @param layers from first to last
   */
  protected LayeredVectorField(String name, Layer... layers) {
    this.name = name;
    this.layers = List.of(layers);
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
    Map<Layer, Integer> repetitions = new EnumMap<>(Layer.class);
    Value value = y;
    for (Layer layer : layers) {
      int before = repetitions.merge(layer, 1, Integer::sum) - 1;
      // The names of PRELU are the official implementation's; RELU, which has no parameters, is
      // ours.
      value =
          switch (layer) {
            case CONV_3X3 ->
                nodes.convolution(stage.layer("conv", before), channels, channels, KERNEL, value);
            case PRELU -> nodes.prelu(stage.layer("relu", before), channels, value);
            case RELU -> nodes.relu(stage.layer("rectified", before), value);
          };
    }
    return value;
  }
}
