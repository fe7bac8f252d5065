package io.butcherblock.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Prelu;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** DJL's operator of parametric ReLU with one slope a channel. */
final class DjlRectifier extends AbstractBlock {

  private final Parameter slope;

  DjlRectifier(int channels) {
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
    return Prelu.prelu(x, store.getValue(slope, x.getDevice(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
