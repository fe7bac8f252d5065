package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gradients of deep networks with stored and with inverted activations, next to those of the whole
 * network in double precision.
 *
 * <p>PReLU has a kink: where rounding changes the sign of its argument, the gradient jumps, with
 * stored activations as with others. Here its slope is 1 on both sides, so that all differences are
 * those of rounding and of the inverse. Without nonlinearities the state of leapfrog grows by seven
 * powers of ten over 64 blocks.
 */
class GradientPrecisionTest {

  private static final double RELATIVE = 2e-5;

  @ParameterizedTest
  @CsvSource({"oisr-lf-history-s, 64, 32, 1e4", "oisr-verlet-s, 48, 16, 1"})
  void gradientsAreThoseOfDoublePrecision(String name, int blocks, int channels, double leastLoss) {
    NetworkSpec spec = Catalogue.onClassPath().network(name).withSize(blocks, channels);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        SuperResolutionNetwork exact = inDouble(spec);
        Tensor lr = Tensors.of(random(3 * 12 * 12), 1, 3, 12, 12);
        Tensor hr = Tensors.of(random(3 * 24 * 24), 1, 3, 24, 24);
        Tensor exactLr = lr.to(ScalarType.Double);
        Tensor exactHr = hr.to(ScalarType.Double)) {
      copyWithoutKinks(network, exact);
      TensorVector parameters = parameters(network);
      try (Tensor sr = network.forward(lr);
          Tensor exactSr = exact.forward(exactLr);
          Tensor loss = torch.l1_loss(sr, hr);
          Tensor exactLoss = torch.l1_loss(exactSr, exactHr);
          LossGradient reference = LossGradient.of(exactLoss, parameters(exact));
          LossGradient stored = LossGradient.of(loss, parameters);
          LossGradient inverted =
              RecomputedGradient.of(
                  network, Activations.INVERTED, parameters, lr, at -> torch.l1_loss(at, hr))) {
        assertEquals(ScalarType.Double, exactSr.scalar_type().intern());
        assertTrue(reference.loss().item_double() > leastLoss, "the state grows");
        List<String> names = List.copyOf(network.parameters().byName().keySet());
        assertNear(names, reference, stored);
        assertNear(names, reference, inverted);
      }
    }
  }

  private static SuperResolutionNetwork inDouble(NetworkSpec spec) {
    torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Double));
    try {
      return new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
    } finally {
      torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Float));
    }
  }

  private static void copyWithoutKinks(
      SuperResolutionNetwork network, SuperResolutionNetwork exact) {
    try (NoGradGuard guard = new NoGradGuard();
        Scalar one = new Scalar(1.0)) {
      Map<String, Tensor> copies = exact.parameters().byName();
      network
          .parameters()
          .byName()
          .forEach(
              (name, tensor) -> {
                if (name.contains("relu")) {
                  tensor.fill_(one);
                }
                copies.get(name).copy_(tensor);
              });
    }
  }

  private static TensorVector parameters(SuperResolutionNetwork network) {
    return new TensorVector(network.parameters().byName().values().toArray(Tensor[]::new));
  }

  /**
   * Relative to each tensor; numbers, such as the factor of a sum, are one vector: the gradient of
   * one is a sum over all pixels of all channels, which may be near 0 where its terms are not.
   */
  private static void assertNear(List<String> names, LossGradient expected, LossGradient actual) {
    double ofNumbers = 0;
    double distanceOfNumbers = 0;
    for (int i = 0; i < names.size(); i++) {
      try (Tensor reference = expected.gradient().get(i);
          Tensor single = actual.gradient().get(i);
          Tensor gradient = single.to(ScalarType.Double);
          Tensor difference = gradient.sub(reference)) {
        double norm = reference.norm().item_double();
        double distance = difference.norm().item_double();
        if (reference.numel() == 1) {
          ofNumbers = Math.hypot(ofNumbers, norm);
          distanceOfNumbers = Math.hypot(distanceOfNumbers, distance);
        } else {
          assertNear(names.get(i), norm, distance);
        }
      }
    }
    assertTrue(ofNumbers > 0, "there are factors");
    assertNear("numbers", ofNumbers, distanceOfNumbers);
  }

  private static void assertNear(String what, double norm, double distance) {
    assertTrue(distance <= RELATIVE * norm, what + ": " + distance + " of " + norm);
  }

  private static float[] random(int count) {
    Random random = new Random(5);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 255 * random.nextFloat();
    }
    return values;
  }
}
