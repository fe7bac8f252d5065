package io.butcherblock.examples.vectorfields;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.Registered;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Value;

/**
 * The feed-forward network of a transformer, at each pixel for itself: W_2 relu(W_1 y + b_1) + b_2,
 * W_1 taking C channels to 2 C and W_2 back (Vaswani et al., "Attention Is All You Need", NeurIPS
 * 2017, eq. (2), with 4 C).
 */
@Registered(service = VectorFieldFactory.class, name = GFeedForward.NAME)
public final class GFeedForward extends GraphVectorField {

  static final String NAME = "g-feed-forward";

  private static final int EXPANSION = 2;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int few = stage.channels();
    int many = EXPANSION * few;
    Value up = nodes.convolution(stage.layer("up", 0), few, many, 1, y);
    Value rectified = nodes.relu(stage.layer("rectified", 0), up);
    return nodes.convolution(stage.layer("down", 0), many, few, 1, rectified);
  }
}
