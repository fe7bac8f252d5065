package io.butcherblock.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.benchmarks.comparison.Agreement;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NamedArrays;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class PlainNetworkTest {

  private static final int BLOCKS = 2;

  @Test
  void computesWhatOursDoes() {
    try (PointerScope scope = new PointerScope();
        SuperResolutionNetwork ours = MeasuredNetwork.of("oisr-lf-s").withSize(BLOCKS, 8).open()) {
      // Slopes and coefficients of their own: their initial values are all alike.
      ours.parameters().byName().values().forEach(PlainNetworkTest::disturb);
      PlainNetwork plain = new PlainNetwork(NamedArrays.of(ours.parameters()), BLOCKS);
      Tensor lr = torch.rand(2, 3, 7, 6);
      float[] expected = Tensors.toArray(ours.forward(lr));
      assertEquals(2 * 3 * 14 * 12, expected.length);
      float[] values = Tensors.toArray(plain.forward(lr));
      double difference = new Agreement("images", expected).check(values, 1e-3);
      assertTrue(difference <= 1e-3);
    }
  }

  private static void disturb(Tensor parameter) {
    parameter.set_requires_grad(false);
    parameter.add_(torch.randn(parameter.shape()).mul(new Scalar(0.05)));
    parameter.set_requires_grad(true);
  }
}
