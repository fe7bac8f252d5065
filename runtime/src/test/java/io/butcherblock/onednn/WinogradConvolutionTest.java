package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.ThreadCount;
import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with LibTorch's convolution in double precision. */
class WinogradConvolutionTest {

  private static final long[] ONE = {1, 1};

  private final OneDnn library = Machine.withWinograd();
  private final Noise noise = new Noise(7);

  /** Sizes that are no multiples of tiles, smaller than one, batches, and different widths. */
  @ParameterizedTest
  @CsvSource({
    "1, 64, 64, 13, 10",
    "1, 32, 32, 1, 1",
    "1, 64, 32, 2, 17",
    "2, 32, 64, 4, 4",
    "1, 48, 80, 31, 33",
    "1, 64, 64, 64, 5",
    "3, 96, 32, 9, 9"
  })
  void asInDoublePrecision(int batch, int in, int out, int height, int width) {
    assertSame(batch, in, out, height, width);
  }

  /** So many channels that the transformed image is worked on in strips. */
  @Test
  void inStrips() {
    assertSame(1, 256, 256, 131, 101);
    assertSame(2, 256, 256, 90, 70);
  }

  private void assertSame(int batch, int in, int out, int height, int width) {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = noise.normal(1, batch, in, height, width);
      Tensor weight = noise.normal(Math.sqrt(1 / (9.0 * in)), out, in, 3, 3);
      Tensor bias = noise.normal(1, out);
      Tensor expected =
          torch.conv2d(
              x.to(torch.ScalarType.Double),
              weight.to(torch.ScalarType.Double),
              new TensorOptional(bias.to(torch.ScalarType.Double)),
              ONE,
              ONE,
              ONE,
              1);
      try (WinogradConvolution convolution = new WinogradConvolution(library, weight, bias)) {
        for (int time = 0; time < 2; time++) {
          Tensor blocked = convolution.convolve(BlockedLayout.of(library, x));
          float[] actual = Tensors.toArray(BlockedLayout.undo(library, blocked));
          float[] exact = Tensors.toArray(expected);
          assertEquals(exact.length, actual.length);
          for (int i = 0; i < exact.length; i++) {
            // Results have a standard deviation of 1.4; float32 has 24 bits.
            assertEquals(exact[i], actual[i], 1e-4f, "at " + i);
          }
        }
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    try (PointerScope scope = new PointerScope()) {
      Tensor x = noise.normal(1, 1, 64, 37, 41);
      try (WinogradConvolution convolution =
          new WinogradConvolution(library, noise.normal(0.1, 64, 64, 3, 3), noise.normal(1, 64))) {
        float[] two = with(2, convolution, x);
        assertArrayEquals(two, with(1, convolution, x));
        assertArrayEquals(two, with(3, convolution, x));
      }
    }
  }

  private float[] with(int threads, WinogradConvolution convolution, Tensor x) {
    ThreadCount.lock();
    try {
      return ThreadCount.with(
          threads,
          () -> {
            try (PointerScope scope = new PointerScope()) {
              return Tensors.toArray(convolution.convolve(BlockedLayout.of(library, x)));
            }
          });
    } finally {
      ThreadCount.unlock();
    }
  }

  /** More sizes than are kept, again and again. */
  @Test
  void nativeMemoryStaysFlat() {
    try (Tensor weight = noise.normal(0.1, 32, 32, 3, 3);
        Tensor bias = noise.normal(1, 32);
        WinogradConvolution convolution = new WinogradConvolution(library, weight, bias)) {
      convolveAllSizes(convolution);
      long before = Pointer.totalCount();
      convolveAllSizes(convolution);
      convolveAllSizes(convolution);
      long left = Pointer.totalCount() - before;
      assertTrue(left < 20, () -> left + " native objects more");
    }
  }

  @Test
  void whatAConvolutionOwnsIsFreed() {
    try (Tensor weight = noise.normal(0.1, 32, 32, 3, 3);
        Tensor bias = noise.normal(1, 32);
        Tensor x = noise.normal(1, 1, 32, 5, 7);
        Tensor blocked = BlockedLayout.of(library, x)) {
      convolveOnce(weight, bias, blocked);
      long before = Pointer.totalCount();
      convolveOnce(weight, bias, blocked);
      long left = Pointer.totalCount() - before;
      assertTrue(left <= 0, () -> left + " native objects more");
    }
  }

  private void convolveOnce(Tensor weight, Tensor bias, Tensor blocked) {
    try (WinogradConvolution convolution = new WinogradConvolution(library, weight, bias);
        Tensor y = convolution.convolve(blocked)) {
      assertEquals(7, y.size(3));
    }
  }

  private void convolveAllSizes(WinogradConvolution convolution) {
    for (int width = 1; width <= 40; width++) {
      try (Tensor x = noise.normal(1, 1, 32, 5, width);
          Tensor blocked = BlockedLayout.of(library, x);
          Tensor y = convolution.convolve(blocked)) {
        assertEquals(width, y.size(3));
      }
    }
  }

  @Test
  void suitsMultiplesOfSixteenChannelsFrom32() {
    assertTrue(WinogradConvolution.suits(32, 256));
    assertFalse(WinogradConvolution.suits(3, 64));
    assertFalse(WinogradConvolution.suits(64, 12));
    assertFalse(WinogradConvolution.suits(40, 64));
    assertFalse(WinogradConvolution.suits(16, 16));
  }
}
