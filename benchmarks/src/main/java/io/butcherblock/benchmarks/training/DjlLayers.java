package io.butcherblock.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import io.butcherblock.benchmarks.network.NamedArrays.Shaped;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Makes DJL's layers, and keeps their parameters by our names. */
final class DjlLayers {

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /** 3x3, padding 1, with bias. */
  Block convolution(String name, int channels) {
    Block convolution =
        Conv2d.builder()
            .setKernelShape(new Shape(3, 3))
            .optPadding(new Shape(1, 1))
            .setFilters(channels)
            .build();
    for (String part : new String[] {"weight", "bias"}) {
      parameters.put(name + "." + part, convolution.getDirectParameters().get(part));
    }
    return convolution;
  }

  /** Parametric ReLU with a slope for each channel; DJL's own block has one for all. */
  Block rectifier(String name, int channels) {
    DjlRectifier rectifier = new DjlRectifier(channels);
    parameters.put(name + ".weight", rectifier.slope());
    return rectifier;
  }

  /** A trained number. */
  Parameter scalar(String name) {
    Parameter scalar =
        Parameter.builder()
            .setName(name.substring(name.lastIndexOf('.') + 1))
            .setType(Parameter.Type.OTHER)
            .optShape(new Shape(1))
            .build();
    parameters.put(name, scalar);
    return scalar;
  }

  static NDArray apply(Block block, ParameterStore store, NDArray x, boolean training) {
    return block.forward(store, new NDList(x), training).singletonOrThrow();
  }

  /**
   * Copies weights into the initialised parameters.
   *
   * @throws IllegalArgumentException if there are others than there are parameters
   */
  void take(Map<String, Shaped> weights) {
    if (!parameters.keySet().equals(weights.keySet())) {
      throw new IllegalArgumentException(
          "Parameters " + new TreeSet<>(parameters.keySet()) + ", weights " + weights.keySet());
    }
    parameters.forEach((name, parameter) -> take(name, parameter.getArray(), weights.get(name)));
  }

  private static void take(String name, NDArray array, Shaped weights) {
    if (!Arrays.equals(array.getShape().getShape(), weights.shape())) {
      throw new IllegalArgumentException(name + " has the shape " + array.getShape() + ".");
    }
    array.set(FloatBuffer.wrap(weights.values()));
  }
}
