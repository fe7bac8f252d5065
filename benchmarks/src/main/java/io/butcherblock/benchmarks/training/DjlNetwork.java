package io.butcherblock.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.butcherblock.benchmarks.network.NamedArrays.Shaped;
import io.butcherblock.nn.MeanShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OISR-LF-s x2 of DJL's blocks. */
final class DjlNetwork extends AbstractBlock {

  private static final int COLORS = 3;
  private static final int SCALE = 2;

  private final DjlLayers layers;
  private final Block head;
  private final List<Block> body = new ArrayList<>();
  private final Block afterBody;
  private final Block upsampler;
  private final Block tail;

  /** As large as its weights, which {@link #take} gives it. */
  DjlNetwork(int blocks, int channels) {
    this.layers = new DjlLayers();
    this.head = child("head.0", layers.convolution("head.0", channels));
    for (int i = 0; i < blocks; i++) {
      body.add(child("body." + i, new DjlLeapfrog("body." + i, channels, layers)));
    }
    this.afterBody = child("after", layers.convolution("body." + blocks, channels));
    this.upsampler = child("upsampler", layers.convolution("tail.0.0", SCALE * SCALE * channels));
    this.tail = child("tail", layers.convolution("tail.1", COLORS));
  }

  private Block child(String name, Block block) {
    return addChildBlock(name, block);
  }

  /** Takes weights by our names, once it is initialised. */
  void take(Map<String, Shaped> weights) {
    layers.take(weights);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray lr = inputs.singletonOrThrow();
    NDArray mean = mean(lr.getManager());
    NDArray first = DjlLayers.apply(head, store, lr.sub(mean), training);
    NDArray features = first;
    for (Block block : body) {
      features = DjlLayers.apply(block, store, features, training);
    }
    features = DjlLayers.apply(afterBody, store, features, training).add(first);
    NDArray large = pixelShuffle(DjlLayers.apply(upsampler, store, features, training));
    return new NDList(DjlLayers.apply(tail, store, large, training).add(mean));
  }

  private static NDArray mean(NDManager manager) {
    float[] mean = {MeanShift.mean(0), MeanShift.mean(1), MeanShift.mean(2)};
    return manager.create(mean, new Shape(1, COLORS, 1, 1));
  }

  private static NDArray pixelShuffle(NDArray x) {
    Shape shape = x.getShape();
    long n = shape.get(0);
    long c = shape.get(1) / (SCALE * SCALE);
    long h = shape.get(2);
    long w = shape.get(3);
    return x.reshape(n, c, SCALE, SCALE, h, w)
        .transpose(0, 1, 4, 2, 5, 3)
        .reshape(n, c, SCALE * h, SCALE * w);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape[] colors = {inputs[0]};
    head.initialize(manager, type, colors);
    Shape[] features = head.getOutputShapes(colors);
    body.forEach(block -> block.initialize(manager, type, features));
    afterBody.initialize(manager, type, features);
    upsampler.initialize(manager, type, features);
    tail.initialize(manager, type, shuffled(upsampler.getOutputShapes(features)));
  }

  private static Shape[] shuffled(Shape[] wide) {
    Shape shape = wide[0];
    return new Shape[] {
      new Shape(
          shape.get(0), shape.get(1) / (SCALE * SCALE), SCALE * shape.get(2), SCALE * shape.get(3))
    };
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape in = inputs[0];
    return new Shape[] {new Shape(in.get(0), COLORS, SCALE * in.get(2), SCALE * in.get(3))};
  }
}
