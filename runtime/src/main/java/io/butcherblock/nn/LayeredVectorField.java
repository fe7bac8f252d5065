package io.butcherblock.nn;

import io.butcherblock.dsl.Layer;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A vector field that is a chain of layers. Base of the generated factories. */
public abstract class LayeredVectorField implements DescribedVectorField {

  private final String name;
  private final List<Layer> layers;

  protected LayeredVectorField(String name, Layer... layers) {
    this.name = name;
    this.layers = List.of(layers);
  }

  @Override
  public final String name() {
    return name;
  }

  /** The layers, first to last. */
  public final List<Layer> layers() {
    return layers;
  }

  @Override
  public final RightHandSide create(StageContext site) {
    List<RightHandSide> chain = new ArrayList<>();
    int channels = site.channels();
    List<String> names = names(site.stage(), site.stages());
    for (int i = 0; i < layers.size(); i++) {
      ParameterScope parameters = site.parameters().child(names.get(i));
      chain.add(
          switch (layers.get(i)) {
            case CONV_3X3 -> new Convolution(parameters, channels, channels)::apply;
            case PRELU -> new ParametricRelu(parameters, channels)::apply;
            case RELU -> torch::relu;
          });
    }
    return y -> applyAll(chain, y);
  }

  @Override
  public final Value describe(GraphContext site, Value y) {
    NodeWriter nodes = site.nodes();
    int channels = site.channels();
    List<String> names = names(site.stage(), site.stages());
    Value value = y;
    for (int i = 0; i < layers.size(); i++) {
      String name = names.get(i);
      value =
          switch (layers.get(i)) {
            case CONV_3X3 -> nodes.convolution(name, channels, channels, Convolution.SIZE, value);
            case PRELU -> nodes.prelu(name, channels, value);
            case RELU -> nodes.relu(name, value);
          };
    }
    return value;
  }

  /** The names of the layers at one place; each kind of layer is counted by itself. */
  private List<String> names(int stage, int stages) {
    List<String> names = new ArrayList<>();
    Map<Layer, Integer> repetitions = new EnumMap<>(Layer.class);
    for (Layer layer : layers) {
      int before = repetitions.merge(layer, 1, Integer::sum) - 1;
      names.add(kind(layer) + (before * stages + stage));
    }
    return names;
  }

  /** Those of PRELU are the official implementation's; RELU has no parameters, and is ours. */
  private static String kind(Layer layer) {
    return switch (layer) {
      case CONV_3X3 -> "conv";
      case PRELU -> "relu";
      case RELU -> "rectified";
    };
  }

  private static Tensor applyAll(List<RightHandSide> chain, Tensor y) {
    Tensor value = chain.get(0).apply(y);
    for (RightHandSide layer : chain.subList(1, chain.size())) {
      try (Tensor last = value) {
        value = layer.apply(last);
      }
    }
    return value;
  }

  @Override
  public final long parameters(int channels) {
    return convolutions() * Convolution.parameters(channels, channels)
        + layers.stream().filter(Layer.PRELU::equals).count() * channels;
  }

  @Override
  public final long macsPerPixel(int channels) {
    return convolutions() * Convolution.macsPerPixel(channels, channels);
  }

  @Override
  public final int radius() {
    return Math.toIntExact(convolutions() * Convolution.RADIUS);
  }

  private long convolutions() {
    return layers.stream().filter(Layer.CONV_3X3::equals).count();
  }
}
