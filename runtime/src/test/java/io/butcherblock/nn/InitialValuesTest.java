package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** A network begins as PyTorch's layers do, and leaves the process's random numbers alone. */
class InitialValuesTest {

  private static final long SEED = 11;
  private static final int CHANNELS = 5;

  @Test
  void areWhatTheProcessesGeneratorWouldDrawInTheOrderOfTheNetwork() {
    try (SuperResolutionNetwork network = network()) {
      torch.manual_seed(SEED);
      Map<String, Tensor> ours = network.parameters().byName();
      assertConvolution(ours, "head.0", 3, CHANNELS);
      for (int i = 0; i < 2; i++) {
        assertConvolution(ours, "body." + i + ".conv1", CHANNELS, CHANNELS);
        float[] slopes = Tensors.toArray(ours.get("body." + i + ".relu1.weight"));
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f, 0.25f, 0.25f}, slopes);
      }
      assertConvolution(ours, "body.2", CHANNELS, CHANNELS);
      assertConvolution(ours, "tail.0.0", CHANNELS, 4 * CHANNELS);
      assertConvolution(ours, "tail.0.2", CHANNELS, 4 * CHANNELS);
      assertConvolution(ours, "tail.1", CHANNELS, 3);
      assertEquals(7 * 2 + 2, ours.size());
    }
  }

  @Test
  void weightsLieChannelsLast() {
    try (SuperResolutionNetwork network = network()) {
      Tensor weight = network.parameters().byName().get("body.0.conv1.weight");
      assertTrue(weight.is_contiguous(torch.MemoryFormat.ChannelsLast));
    }
  }

  @Test
  void theProcessGoesOnWithItsOwnRandomNumbers() {
    torch.manual_seed(4);
    float[] undisturbed = {draw(), draw()};
    torch.manual_seed(4);
    float before = draw();
    network().close();
    float after = draw();
    assertArrayEquals(undisturbed, new float[] {before, after});
    assertNotEquals(before, after);
  }

  @Test
  void withoutASeedTheProcessesGeneratorIsDrawnFrom() {
    torch.manual_seed(SEED);
    try (Parameters parameters = new Parameters()) {
      Tensor drawn = parameters.scope("").uniform("weight", 1, 3);
      torch.manual_seed(SEED);
      assertArrayEquals(uniform(1, 3), Tensors.toArray(drawn));
    }
  }

  @Test
  void whatSeveralNodesReadIsDrawnOnce() {
    GraphVectorField twice =
        new GraphVectorField() {
          @Override
          public String name() {
            return "twice";
          }

          @Override
          public Value describe(NodeWriter nodes, StageContext stage, Value y) {
            int c = stage.channels();
            Value once = nodes.use("once").convolution("conv", c, c, 3, y);
            Value again = nodes.use("again").convolution("conv", c, c, 3, once);
            return nodes.combination("sum", List.of(new Term(new Factor.Trained("factor"), again)));
          }
        };
    try (Parameters parameters = new Parameters()) {
      twice.create(parameters.scope("g"), new StageContext(2, 1, 1));
      assertEquals(
          List.of("g.conv.weight", "g.conv.bias", "g.factor"),
          List.copyOf(parameters.byName().keySet()));
      assertEquals(1, parameters.byName().get("g.factor").item_float());
      assertEquals(parameters.count(), twice.size(2).parameters());
      assertEquals(2 * 9 * 2 * 2, twice.size(2).macsPerPixel());
    }
  }

  @Test
  void aDescriptionThatContainsTensorCodeIsRefused() {
    GraphVectorField mixed =
        new GraphVectorField() {
          @Override
          public String name() {
            return "mixed";
          }

          @Override
          public Value describe(NodeWriter nodes, StageContext stage, Value y) {
            return new OpaqueForTests().describe(nodes, stage, y);
          }
        };
    try (Parameters parameters = new Parameters()) {
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> mixed.create(parameters.scope(""), new StageContext(2, 1, 1)));
      assertTrue(error.getMessage().contains("opaque one opaque"), error.getMessage());
    }
  }

  private static float draw() {
    try (Tensor one = torch.rand(1)) {
      return one.item_float();
    }
  }

  private static void assertConvolution(
      Map<String, Tensor> parameters, String key, int in, int out) {
    double bound = 1 / Math.sqrt(9.0 * in);
    assertArrayEquals(
        uniform(bound, out, in, 3, 3), Tensors.toArray(parameters.get(key + ".weight")), key);
    assertArrayEquals(uniform(bound, out), Tensors.toArray(parameters.get(key + ".bias")), key);
  }

  private static float[] uniform(double bound, long... shape) {
    try (Tensor values = torch.empty(shape)) {
      values.uniform_(-bound, bound, null);
      return Tensors.toArray(values);
    }
  }

  private static SuperResolutionNetwork network() {
    return new SuperResolutionNetwork(
        EulerForTests.network(2, CHANNELS), 4, SEED, new Device("cpu"));
  }
}
