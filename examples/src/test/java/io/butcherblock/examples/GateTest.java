package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.StageContext;
import java.util.Map;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A vector field with a gate over its feature maps: what it computes, costs and learns. */
class GateTest {

  private static final int CHANNELS = 4;

  /** With tensors by hand. */
  @ParameterizedTest
  @EnumSource(GatedVectorField.Gate.class)
  void computesTheProduct(GatedVectorField.Gate gate) {
    torch.manual_seed(1);
    try (Parameters parameters = new Parameters();
        Tensor y = torch.randn(2, CHANNELS, 7, 5)) {
      var field =
          new GatedVectorField(gate).create(parameters.scope(""), new StageContext(CHANNELS, 1, 1));
      Tensor x = convolution(parameters, "gated1.conv", y, 1);
      Tensor factor =
          gate == GatedVectorField.Gate.SQUARE
              ? x
              : convolution(parameters, "gated1.gate", y, 2).sigmoid();
      assertTrue(x.mul(factor).allclose(field.apply(y)));
    }
  }

  private static Tensor convolution(Parameters parameters, String name, Tensor y, long padding) {
    Map<String, Tensor> byName = parameters.byName();
    return torch.conv2d(
        y,
        byName.get(name + ".weight"),
        new TensorOptional(byName.get(name + ".bias")),
        new long[] {1},
        new long[] {padding},
        new long[] {1},
        1);
  }

  /** The longer way is that of the gate, 5 x 5. */
  @ParameterizedTest
  @CsvSource({"CHANNELS, 2, 552", "ONE_MAP, 2, 249", "SQUARE, 1, 148"})
  void costsAndReach(GatedVectorField.Gate gate, int radius, int parameters) {
    var size = new GatedVectorField(gate).size(CHANNELS);
    assertEquals(OptionalInt.of(radius), size.radius());
    assertEquals(parameters, size.parameters());
  }

  @ParameterizedTest
  @EnumSource(GatedVectorField.Gate.class)
  void gradientsAreThoseOfDifferences(GatedVectorField.Gate gate) {
    torch.manual_seed(3);
    try (Parameters parameters = new Parameters();
        Tensor y0 = Float64.randn(2, CHANNELS, 3, 3);
        Tensor weights = Float64.randn(2, CHANNELS, 3, 3)) {
      OdeBlock block =
          Float64.block(
              Float64.scheme("heun"),
              parameters,
              new GatedVectorField(gate),
              Coefficients.TRAINABLE,
              1,
              CHANNELS);
      Gradients.assertThoseOfDifferences(block, parameters, y0, weights);
    }
  }
}
