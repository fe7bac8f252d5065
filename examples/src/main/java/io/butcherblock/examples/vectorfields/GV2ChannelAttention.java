package io.butcherblock.examples.vectorfields;

import io.butcherblock.nn.DescribedVectorField;
import io.butcherblock.nn.GraphContext;
import io.butcherblock.nn.Registered;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Value;
import org.bytedeco.pytorch.Tensor;

/**
 * G-v2 with channel attention behind it: PReLU, convolution, and a weight in (0, 1) for each
 * channel that follows from the mean of all channels over the whole image.
 *
 * <p>He et al., CVPR 2019, Fig. 2, say that OISR can be combined with attention and publish no such
 * network. The attention is that of Hu, Shen and Sun, "Squeeze-and-Excitation Networks", CVPR 2018,
 * eqs. (2)-(4), with a reduction of 16 as there and in RCAN (Zhang et al., ECCV 2018, section 3.3),
 * which has it behind the last convolution of a residual branch.
 */
@Registered(service = VectorFieldFactory.class, name = GV2ChannelAttention.NAME)
public final class GV2ChannelAttention implements DescribedVectorField {

  static final String NAME = "gv2-ca";

  private static final DescribedVectorField G = new GV2VectorField();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RightHandSide create(StageContext site) {
    RightHandSide features = G.create(site);
    ChannelAttention attention =
        new ChannelAttention(site.parameters().child(attention(site.stage())), site.channels());
    return y -> {
      try (Tensor value = features.apply(y)) {
        return attention.apply(value);
      }
    };
  }

  @Override
  public Value describe(GraphContext site, Value y) {
    return ChannelAttention.describe(
        site.nodes().child(attention(site.stage())), site.channels(), G.describe(site, y));
  }

  private static String attention(int stage) {
    return "attention" + stage;
  }

  @Override
  public long parameters(int channels) {
    return G.parameters(channels) + ChannelAttention.parameters(channels);
  }

  @Override
  public long macsPerPixel(int channels) {
    return G.macsPerPixel(channels);
  }

  @Override
  public long macsPerImage(int channels) {
    return ChannelAttention.macs(channels);
  }

  /** The whole image: every pixel counts in the mean. */
  @Override
  public int radius() {
    return -1;
  }
}
