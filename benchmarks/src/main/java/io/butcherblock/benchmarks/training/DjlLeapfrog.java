package io.butcherblock.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** The LF-block of DJL's blocks: four steps of leapfrog from a zero history. */
final class DjlLeapfrog extends AbstractBlock {

  private static final int STEPS = 4;

  private final List<Block> rectifiers = new ArrayList<>();
  private final List<Block> convolutions = new ArrayList<>();
  private final List<Parameter> scales = new ArrayList<>();

  DjlLeapfrog(String name, int channels, DjlLayers layers) {
    for (int i = 1; i <= STEPS; i++) {
      rectifiers.add(addChildBlock("relu" + i, layers.rectifier(name + ".relu" + i, channels)));
      convolutions.add(addChildBlock("conv" + i, layers.convolution(name + ".conv" + i, channels)));
      scales.add(addParameter(layers.scalar(name + ".scale" + i)));
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray y0 = inputs.singletonOrThrow();
    NDArray y1 = scaled(0, store, y0, training);
    NDArray y2 = y0.add(scaled(1, store, y1, training));
    NDArray y3 = y1.add(scaled(2, store, y2, training));
    return new NDList(y2.add(scaled(3, store, y3, training)));
  }

  private NDArray scaled(int step, ParameterStore store, NDArray y, boolean training) {
    NDArray active = DjlLayers.apply(rectifiers.get(step), store, y, training);
    NDArray k = DjlLayers.apply(convolutions.get(step), store, active, training);
    return k.mul(store.getValue(scales.get(step), y.getDevice(), training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    rectifiers.forEach(block -> block.initialize(manager, type, inputs));
    convolutions.forEach(block -> block.initialize(manager, type, inputs));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
