package io.butcherblock.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.HostTensors;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionsTest {

  /** What memory happens to hold decides whether some faults show. */
  private static final int REPETITIONS = 3;

  private final Random random = new Random(1);

  /** On some machines LibTorch's own gradients by x are wrong in bfloat16 (docs/gradients.md). */
  @ParameterizedTest
  @CsvSource({
    "64, 3, 3, 12",
    "64, 64, 3, 12",
    "3, 64, 3, 12",
    "24, 27, 3, 12",
    "17, 17, 1, 12",
    "64, 12, 5, 9",
    "16, 1, 1, 1",
    "1, 16, 1, 1",
    "64, 1, 3, 12"
  })
  void gradientsInBfloat16AreThoseOfDoublePrecision(int in, int out, int kernel, int side) {
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      try (PointerScope scope = new PointerScope()) {
        Tensor x = noise(2, in, side, side);
        Tensor weight = noise(out, in, kernel, kernel);
        Tensor ofOutput = noise(2, out, side, side);
        Tensor exactX = x.to(ScalarType.Double);
        Tensor exactWeight = weight.to(ScalarType.Double);
        for (Tensor variable : List.of(x, weight, exactX, exactWeight)) {
          variable.set_requires_grad(true);
        }

        Tensor y;
        try (Autocast region = Autocast.to(ScalarType.BFloat16, DeviceType.CPU)) {
          y = Convolutions.of(x, weight, Optional.empty(), kernel / 2);
        }
        Tensor exactY = Convolutions.of(exactX, exactWeight, Optional.empty(), kernel / 2);
        y.mul(ofOutput).sum().backward();
        exactY.mul(ofOutput.to(ScalarType.Double)).sum().backward();

        assertNear("outputs", exactY, y);
        assertNear("gradient by x", exactX.grad(), x.grad());
        assertNear("gradient by the weights", exactWeight.grad(), weight.grad());
      }
    }
  }

  @Test
  void regionsDecideWhereTheNumbersOfChannelsAreEven() {
    try (PointerScope scope = new PointerScope();
        Autocast region = Autocast.to(ScalarType.BFloat16, DeviceType.CPU)) {
      assertEquals(ScalarType.BFloat16, typeOf(64, 64));
      assertEquals(ScalarType.Float, typeOf(64, 3));
      assertEquals(ScalarType.Float, typeOf(3, 64));
    }
  }

  private ScalarType typeOf(int in, int out) {
    return Convolutions.of(noise(1, in, 8, 8), noise(out, in, 3, 3), Optional.empty(), 1)
        .scalar_type()
        .intern();
  }

  /** Rounding of factors to 8 bits, in sums of many products of both signs. */
  private static void assertNear(String what, Tensor expected, Tensor actual) {
    double largest = expected.abs().max().item_double();
    double difference =
        actual.to(ScalarType.Double).sub(expected).abs().max().item_double() / largest;
    assertTrue(difference < 0.03, what + " differ by " + difference);
  }

  private Tensor noise(int... shape) {
    int numel = 1;
    long[] sizes = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      sizes[i] = shape[i];
      numel *= shape[i];
    }
    float[] values = new float[numel];
    for (int i = 0; i < numel; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return HostTensors.of(values, sizes).contiguous(MemoryFormat.ChannelsLast);
  }
}
