package io.butcherblock.examples.vectorfields;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.Registered;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Value;

/**
 * G-v2 with channel attention behind it: PReLU, convolution, and a weight in (0, 1) for each
 * channel that follows from the mean of all channels over the whole image.
 *
 * <p>He et al., CVPR 2019, Fig. 2, say that OISR can be combined with attention and publish no such
 * network. The attention is that of Hu, Shen and Sun, "Squeeze-and-Excitation Networks", CVPR 2018,
 * eqs. (2)-(4), with a reduction of 16 as there and in RCAN (Zhang et al., ECCV 2018, section 3.3),
 * which has it behind the last convolution of a residual branch: x_c times s_c, where s =
 * sigmoid(W_2 relu(W_1 z + b_1) + b_2) and z_c is the mean of x_c over the image. W_1 takes C
 * channels to C/16 and W_2 back: convolutions 1x1 on an image of one pixel.
 */
@Registered(service = VectorFieldFactory.class, name = GV2ChannelAttention.NAME)
public final class GV2ChannelAttention extends GraphVectorField {

  static final String NAME = "gv2-ca";

  private static final VectorFieldFactory G = new GV2VectorField();
  private static final int REDUCTION = 16;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int many = stage.channels();
    int few = Math.max(1, many / REDUCTION);
    Value x = G.describe(nodes, stage, y);
    NodeWriter attention = nodes.child("attention" + stage.stage());
    Value squeezed = attention.globalMean("squeezed", x);
    Value down = attention.convolution("down", many, few, 1, squeezed);
    Value rectified = attention.relu("rectified", down);
    Value excited = attention.convolution("up", few, many, 1, rectified);
    Value share = attention.sigmoid("share", excited);
    return attention.scaleChannels("attended", x, share);
  }
}
