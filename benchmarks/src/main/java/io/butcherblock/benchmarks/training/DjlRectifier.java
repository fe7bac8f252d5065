package io.butcherblock.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Parametric ReLU with one slope a channel. DJL has an operator for it, which its PyTorch engine
 * does not implement.
 */
final class DjlRectifier extends AbstractBlock {

  private final int channels;
  private final Parameter slope;

  DjlRectifier(int channels) {
    this.channels = channels;
    this.slope =
        addParameter(
            Parameter.builder()
                .setName("slope")
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(channels))
                .build());
  }

  Parameter slope() {
    return slope;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray x = inputs.singletonOrThrow();
    NDArray slopes = store.getValue(slope, x.getDevice(), training).reshape(1, channels, 1, 1);
    NDArray positive = Activation.relu(x);
    NDArray negative = Activation.relu(x.neg());
    return new NDList(positive.sub(negative.mul(slopes)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
