package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.examples.vectorfields.GV2ChannelAttention;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attention behind G, written by hand as a vector field. */
class ChannelAttentionTest {

  private static final GV2ChannelAttention G = new GV2ChannelAttention();
  private static final int CHANNELS = 4;

  /** With no weight from the mean to the shares, each is sigmoid of a bias: the rest is G-v2. */
  @Test
  void theShareOfAChannelIsTheSigmoidOfWhatItsBiasSays() {
    try (Parameters parameters = new Parameters();
        Parameters plain = new Parameters();
        Tensor y = torch.randn(1, CHANNELS, 5, 6)) {
      var attended = G.create(parameters.scope(""), new StageContext(CHANNELS, 1, 1));
      var bare =
          Catalogue.onClassPath()
              .vectorFields()
              .get("gv2")
              .create(plain.scope(""), new StageContext(CHANNELS, 1, 1));
      for (Map.Entry<String, Tensor> entry : plain.byName().entrySet()) {
        entry.getValue().detach().copy_(parameters.byName().get(entry.getKey()));
      }
      fill(parameters.byName().get("attention1.up.weight"), 0);
      fill(parameters.byName().get("attention1.up.bias"), Math.log(3));
      try (Scalar share = new Scalar(0.75);
          Tensor expected = bare.apply(y).mul(share);
          Tensor actual = attended.apply(y)) {
        assertTrue(expected.allclose(actual));
      }
    }
  }

  @Test
  void parametersHaveNames() {
    try (Parameters parameters = new Parameters()) {
      G.create(parameters.scope("body.0"), new StageContext(CHANNELS, 3, 4));
      assertEquals(
          Set.of(
              "body.0.relu3.weight",
              "body.0.conv3.weight",
              "body.0.conv3.bias",
              "body.0.attention3.down.weight",
              "body.0.attention3.down.bias",
              "body.0.attention3.up.weight",
              "body.0.attention3.up.bias"),
          parameters.byName().keySet());
    }
  }

  /** 64 channels become 4, fewer than 16 become 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 40, 64})
  void parametersAreCounted(int channels) {
    try (Parameters parameters = new Parameters()) {
      G.create(parameters.scope(""), new StageContext(channels, 1, 1));
      assertEquals(parameters.count(), G.size(channels).parameters());
    }
  }

  /** 32 vector fields with 2 x 64 x 4 weights and 68 biases more each than OISR-LF-s has. */
  @ParameterizedTest
  @CsvSource({"2, 1371939", "3, 1556579", "4, 1519651"})
  void theNetworkCostsWhatItsAttentionAdds(int scale, long without) {
    Map<String, NetworkSpec> networks = Catalogue.onClassPath().networks();
    NetworkSpec spec = networks.get("oisr-lf-s-ca");
    NetworkSize size = NetworkSize.of(spec, scale);
    NetworkSize plain = NetworkSize.of(networks.get("oisr-lf-s"), scale);
    assertEquals(without + 32 * (2 * 64 * 4 + 68), size.parameters());
    // On an image of one pixel, whatever the size of the output.
    assertEquals(plain.macs() + 32 * 2 * 64 * 4, size.macs());
    assertTrue(size.dependsOnWholeImage());
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(spec, scale, 1, new Device("cpu"))) {
      assertEquals(size.parameters(), network.parameters().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"euler", "leapfrog", "kutta3"})
  void gradientsAreThoseOfDifferences(String scheme) {
    torch.manual_seed(3);
    try (Parameters parameters = new Parameters();
        Tensor y0 = Float64.randn(2, CHANNELS, 3, 3);
        Tensor weights = Float64.randn(2, CHANNELS, 3, 3)) {
      OdeBlock block =
          Float64.block(Float64.scheme(scheme), parameters, G, Coefficients.TRAINABLE, 1, CHANNELS);
      Gradients.assertThoseOfDifferences(block, parameters, y0, weights);
    }
  }

  private static void fill(Tensor parameter, double value) {
    try (Scalar scalar = new Scalar(value);
        Tensor detached = parameter.detach()) {
      detached.fill_(scalar);
    }
  }
}
