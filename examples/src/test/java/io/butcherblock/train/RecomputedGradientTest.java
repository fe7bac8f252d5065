package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SegmentedNetwork;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients by feature maps that are computed a second time are those by stored ones. */
class RecomputedGradientTest {

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, TRAINABLE, 0",
    "oisr-rk2-s, TRAINABLE, 0",
    "oisr-rk3, FROZEN, 0",
    "edsr-baseline, TRAINABLE, 0",
    "oisr-lf-s-ca, TRAINABLE, 0",
    "oisr-ab2-s, TRAINABLE, 1",
    "oisr-lf-history-s, TRAINABLE, 6",
    "oisr-lf-history-s, FROZEN, 6",
    "oisr-verlet-s, TRAINABLE, 6",
    "oisr-verlet-s, FROZEN, 6"
  })
  void isThatOfStoredFeatureMaps(String name, Coefficients coefficients, int invertible) {
    NetworkSpec spec =
        Catalogue.onClassPath().networks().get(name).withSize(6, 8).withCoefficients(coefficients);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 3, cpu);
        SegmentedNetwork segments = network.segments();
        PointerScope scope = new PointerScope()) {
      assertEquals(
          invertible, IntStream.range(0, segments.blocks()).filter(segments::isInvertible).count());
      Tensor lr = torch.rand(2, 3, 10, 12).mul(new Scalar(255));
      Tensor hr = torch.rand(2, 3, 20, 24).mul(new Scalar(255));
      Parameters parameters = network.parameters();
      TensorVector all = new TensorVector(parameters.byName().values().toArray(Tensor[]::new));
      List<String> names = List.copyOf(parameters.byName().keySet());
      try (LossGradient stored = LossGradient.of(torch.l1_loss(network.forward(lr), hr), all);
          LossGradient recomputed =
              RecomputedGradient.of(segments, lr, sr -> torch.l1_loss(sr, hr), names)) {
        assertEquals(stored.loss().item_double(), recomputed.loss().item_double(), 1e-4);
        for (int i = 0; i < names.size(); i++) {
          Tensor expected = stored.gradient().get(i);
          Tensor actual = recomputed.gradient().get(i);
          assertEquals(expected.defined(), actual.defined(), names.get(i));
          if (expected.defined()) {
            double off = expected.sub(actual).norm().item_double();
            double size = expected.norm().item_double();
            assertTrue(off <= 1e-4 * size + 1e-9, names.get(i) + ": " + off + " of " + size);
          }
        }
      }
    }
  }
}
