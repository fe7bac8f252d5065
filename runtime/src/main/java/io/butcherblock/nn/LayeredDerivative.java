package io.butcherblock.nn;

import io.butcherblock.dsl.Layer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A derivative that is a chain of layers. Base of the generated factories. */
public abstract class LayeredDerivative implements DerivativeFactory {

  private final String name;
  private final List<Layer> layers;

  protected LayeredDerivative(String name, Layer... layers) {
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
  public final Derivative create(DerivativeSite site) {
    List<Derivative> chain = new ArrayList<>();
    int convolutions = 0;
    int rectifiers = 0;
    for (Layer layer : layers) {
      switch (layer) {
        case CONV_3X3 ->
            chain.add(
                new Convolution(
                        site.parameters().child("conv" + number(site, convolutions++)),
                        site.channels(),
                        site.channels())
                    ::apply);
        case PRELU ->
            chain.add(
                new ParametricRelu(
                        site.parameters().child("relu" + number(site, rectifiers++)),
                        site.channels())
                    ::apply);
        case RELU -> chain.add(torch::relu);
      }
    }
    return y -> applyAll(chain, y);
  }

  private static int number(DerivativeSite site, int repetition) {
    return repetition * site.stages() + site.stage();
  }

  private static Tensor applyAll(List<Derivative> chain, Tensor y) {
    Tensor value = chain.get(0).apply(y);
    for (Derivative layer : chain.subList(1, chain.size())) {
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
