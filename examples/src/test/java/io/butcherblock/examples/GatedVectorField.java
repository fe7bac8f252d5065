package io.butcherblock.examples;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.StageContext;
import io.butcherblock.program.Value;

/** A convolution times a gate, which has a value of its own for each pixel. */
final class GatedVectorField extends GraphVectorField {

  /** What gates. */
  enum Gate {
    /** The sigmoid of as many feature maps. */
    CHANNELS,
    /** The sigmoid of one feature map, for all channels. */
    ONE_MAP,
    /** The convolution itself: its square. */
    SQUARE
  }

  private final Gate gate;

  GatedVectorField(Gate gate) {
    this.gate = gate;
  }

  @Override
  public String name() {
    return "gated-" + gate;
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int channels = stage.channels();
    NodeWriter at = nodes.child("gated" + stage.stage());
    Value x = at.convolution("conv", channels, channels, 3, y);
    if (gate == Gate.SQUARE) {
      return at.product("square", x, x);
    }
    int maps = gate == Gate.CHANNELS ? channels : 1;
    Value open = at.sigmoid("open", at.convolution("gate", channels, maps, 5, y));
    return at.product("gated", x, open);
  }
}
