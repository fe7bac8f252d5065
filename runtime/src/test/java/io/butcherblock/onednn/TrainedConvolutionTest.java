package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with LibTorch's convolution and its autograd in double precision. */
class TrainedConvolutionTest {

  private static final long[] ONE = {1, 1};

  private final OneDnn library = Machine.withWinograd();
  private final Noise noise = new Noise(11);

  /** Sizes that are no multiples of tiles, smaller than one, batches, and different widths. */
  @ParameterizedTest
  @CsvSource({
    "4, 64, 64, 48, 48, true",
    "3, 64, 64, 13, 10, false",
    "1, 32, 32, 1, 1, true",
    "2, 64, 256, 12, 17, true",
    "5, 256, 32, 9, 4, false",
    "7, 48, 80, 16, 33, true",
  })
  void asByAutogradInDoublePrecision(
      int batch, int in, int out, int height, int width, boolean channelsLast) {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = noise.normal(1, batch, in, height, width);
      Tensor weight = noise.normal(Math.sqrt(1 / (9.0 * in)), out, in, 3, 3);
      Tensor bias = noise.normal(1, out);
      Tensor ofOutput = noise.normal(1, batch, out, height, width);
      if (channelsLast) {
        weight = weight.contiguous(torch.MemoryFormat.ChannelsLast);
      }

      Tensor exactX = variable(x);
      Tensor exactWeight = variable(weight);
      Tensor exactBias = variable(bias);
      Tensor exact =
          torch.conv2d(exactX, exactWeight, new TensorOptional(exactBias), ONE, ONE, ONE, 1);
      TensorVector gradient =
          torch.grad(
              new TensorVector(exact),
              new TensorVector(exactX, exactWeight, exactBias),
              new TensorVector(ofOutput.to(torch.ScalarType.Double)),
              new BoolOptional(),
              false,
              false);

      TrainedConvolution convolution = new TrainedConvolution(library, weight, bias);
      Tensor blockedX = BlockedLayout.of(library, x);
      Tensor blockedOfOutput = BlockedLayout.of(library, ofOutput);
      assertClose(exact, usual(convolution.forward(blockedX)));
      assertClose(gradient.get(0), usual(convolution.byInput(blockedOfOutput)));
      try (TrainedConvolution.ByWeights own = convolution.byWeights(blockedX, blockedOfOutput);
          TrainedConvolution.ByWeights again = convolution.byWeights(blockedX, blockedOfOutput)) {
        assertClose(gradient.get(1), own.weight());
        assertClose(gradient.get(2), own.bias());
        assertArrayEquals(Tensors.toArray(own.weight()), Tensors.toArray(again.weight()));
        for (int i = 0; i < 4; i++) {
          assertEquals(weight.stride(i), own.weight().stride(i), "an optimizer reads both alike");
        }
      }
    }
  }

  private Tensor usual(Tensor blocked) {
    return BlockedLayout.undo(library, blocked);
  }

  /** Within 1e-5 of the largest number: float32 has 24 bits, and the transforms lose some. */
  private static void assertClose(Tensor expected, Tensor actual) {
    double largest = expected.abs().max().item_double();
    double difference = expected.sub(actual).abs().max().item_double();
    assertTrue(difference <= 1e-5 * largest, difference + " of " + largest);
  }

  private static Tensor variable(Tensor values) {
    Tensor variable = values.detach().to(torch.ScalarType.Double);
    variable.set_requires_grad(true);
    return variable;
  }

  @Test
  void nativeMemoryStaysFlat() {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = BlockedLayout.of(library, noise.normal(1, 2, 64, 32, 32));
      TrainedConvolution convolution =
          new TrainedConvolution(library, noise.normal(0.1, 64, 64, 3, 3), noise.normal(1, 64));
      BlockedPRelu prelu = new BlockedPRelu(library, noise.normal(1, 64));
      repeat(100, convolution, prelu, x);
      long before = Pointer.physicalBytes();
      repeat(400, convolution, prelu, x);
      long grown = Pointer.physicalBytes() - before;
      // One of the tensors that each round makes has 0.5 MB.
      assertTrue(grown < 100 << 20, grown + " bytes");
    }
  }

  private static void repeat(
      int times, TrainedConvolution convolution, BlockedPRelu prelu, Tensor x) {
    for (int i = 0; i < times; i++) {
      try (Tensor y = convolution.forward(x);
          Tensor byInput = convolution.byInput(y);
          TrainedConvolution.ByWeights byWeights = convolution.byWeights(x, y);
          Tensor rectified = prelu.apply(y);
          BlockedPRelu.Gradient gradient = prelu.gradient(y, rectified)) {
        assertEquals(64, byWeights.bias().numel());
      }
    }
  }
}
