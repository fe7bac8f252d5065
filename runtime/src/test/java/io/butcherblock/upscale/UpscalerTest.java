package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.Symmetry;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.onednn.BrokenKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpscalerTest {

  @ParameterizedTest
  @CsvSource({"2, 37, 29, 8", "3, 37, 29, 16", "4, 30, 41, 11"})
  void tilesTogetherAreTheWhole(int scale, int width, int height, int tile) {
    Image image = noise(width, height, 3);
    try (SuperResolutionNetwork network = network(scale)) {
      Image whole = upscaler(network, 1000, false).upscale(image, (done, all) -> {});
      Image tiled = upscaler(network, tile, false).upscale(image, (done, all) -> {});
      assertEquals(whole, tiled);
    }
  }

  @Test
  void aSmallerContextWouldShow() {
    // The control of the test above: far fewer pixels around a tile change the result.
    Image image = noise(40, 12, 3);
    try (SuperResolutionNetwork network = network(2)) {
      int radius = NetworkSize.of(network.spec(), 2).radius().orElseThrow();
      Upscaler whole = upscaler(network, 1000, false);
      Image all = whole.upscale(image, (done, tiles) -> {});
      Image enough = whole.upscale(image.crop(0, 0, 20 + radius, 12), (done, tiles) -> {});
      assertEquals(all.crop(0, 0, 40, 24), enough.crop(0, 0, 40, 24));
      Image tooLittle = whole.upscale(image.crop(0, 0, 21, 12), (done, tiles) -> {});
      assertNotEquals(all.crop(0, 0, 40, 24), tooLittle.crop(0, 0, 40, 24));
    }
  }

  @Test
  void thatThereAreNoWinogradConvolutionsAnyMoreIsSaidOnce() {
    Image image = noise(192, 192, 3);
    List<String> notes = new ArrayList<>();
    Upscaler.Listener listener =
        new Upscaler.Listener() {
          @Override
          public void tileDone(int done, int all) {}

          @Override
          public void note(String sentence) {
            notes.add(sentence);
          }
        };
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network =
            new SuperResolutionNetwork(EulerForTests.network(4, 64), 2, 1, cpu);
        Upscaler upscaler = upscaler(network, 1000, false)) {
      upscaler.upscale(image, listener);
      try (BrokenKernels broken = BrokenKernels.refusing()) {
        upscaler.upscale(image, listener);
      }
      upscaler.upscale(image, listener);
    }
    assertEquals(
        List.of(
            "Continuing without Winograd convolutions: oneDNN failed (could not execute a"
                + " primitive), and it takes longer from now on."),
        notes);
  }

  @Test
  void keepsGreyAndAlpha() {
    byte[] alpha = new byte[20 * 10];
    java.util.Arrays.fill(alpha, (byte) 77);
    Image image = noise(20, 10, 1).withAlpha(alpha);
    try (SuperResolutionNetwork network = network(2)) {
      Image large = upscaler(network, 64, false).upscale(image, (done, all) -> {});
      assertEquals(1, large.channels());
      byte[] expected = new byte[40 * 20];
      java.util.Arrays.fill(expected, (byte) 77);
      assertArrayEquals(expected, large.alpha().orElseThrow());
    }
  }

  /** The right values are those of the network itself, which rounds nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void sixteenBitsAreRoundedOnlyAtTheEnd(int channels) {
    short[] samples = new short[300 * 4 * channels];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (30_000 + 11 * (i / channels % 300));
    }
    Image ramp = Image.of(300, 4, channels, samples);
    try (SuperResolutionNetwork network = network(2)) {
      Image large = upscaler(network, 64, false).upscale(ramp, (done, all) -> {});
      assertEquals(16, large.bits());
      assertEquals(channels, large.channels());
      float[] exact;
      try (NoGradGuard guard = new NoGradGuard();
          Tensor lr = Tensors.of(ramp.toRgb().planes(), 1, 3, 4, 300);
          Tensor sr = network.forward(lr)) {
        exact = Tensors.toArray(sr);
      }
      double[] luma = {0.299, 0.587, 0.114};
      for (int x = 0; x < 600; x++) {
        double value = 0;
        for (int c = 0; c < 3; c++) {
          value += exact[(c * 8 + 3) * 600 + x] * (channels == 1 ? luma[c] : c == 1 ? 1 : 0);
        }
        double expected = Math.max(0, Math.min(65_535, 257 * value));
        assertEquals(expected, large.sample(x, 3, channels == 1 ? 0 : 1), 1, "at " + x);
      }
      assertTrue(
          IntStream.range(0, 600 * channels)
                  .map(i -> large.sample(i % 600, 3, i / 600))
                  .distinct()
                  .count()
              > 300,
          "distinct values");
      // What the same image of 8 bits becomes is what it was before there were 16.
      Image eight = upscaler(network, 64, false).upscale(ramp.to8Bits(), (done, all) -> {});
      assertEquals(8, eight.bits());
      assertNotEquals(eight, large.to8Bits());
    }
  }

  @Test
  void selfEnsembleCommutesWithTheSymmetriesOnOddSizes() {
    Image image = noise(13, 9, 3);
    try (SuperResolutionNetwork network = network(2)) {
      Upscaler ensemble = upscaler(network, 64, true);
      Image direct = ensemble.upscale(image, (done, all) -> {});
      for (Symmetry symmetry : Symmetry.values()) {
        Image turned = ensemble.upscale(symmetry.apply(image), (done, all) -> {});
        assertTrue(
            nearlyEqual(symmetry.apply(direct), turned), () -> symmetry + " does not commute");
      }
    }
  }

  @Test
  void bf16GivesNearlyTheSameImage() {
    Image image = noise(20, 12, 3);
    try (SuperResolutionNetwork network = network(2)) {
      Image exact = upscaler(network, 64, false).upscale(image, (done, all) -> {});
      network.use(Precision.BF16);
      Image rough = upscaler(network, 64, false).upscale(image, (done, all) -> {});
      assertNotEquals(exact, rough);
      assertTrue(nearlyEqual(exact, rough), "some values differ by more than 1 of 256");
    }
  }

  /** Means of floats taken in another order may round to the next of 256 values. */
  private static boolean nearlyEqual(Image a, Image b) {
    byte[] x = a.samples();
    byte[] y = b.samples();
    for (int i = 0; i < x.length; i++) {
      if (Math.abs((x[i] & 0xff) - (y[i] & 0xff)) > 1) {
        return false;
      }
    }
    return a.width() == b.width() && x.length == y.length;
  }

  private static Upscaler upscaler(SuperResolutionNetwork network, int tile, boolean ensemble) {
    return new Upscaler(network, OptionalInt.of(tile), ensemble);
  }

  private static SuperResolutionNetwork network(int scale) {
    return new SuperResolutionNetwork(EulerForTests.network(3, 8), scale, 5, new Device("cpu"));
  }

  private static Image noise(int width, int height, int channels) {
    byte[] samples = new byte[width * height * channels];
    new Random(1).nextBytes(samples);
    return Image.of(width, height, channels, samples);
  }

  @Test
  void aTileHasAtLeastOnePixel() {
    try (SuperResolutionNetwork network = network(2)) {
      assertThrows(ButcherblockException.class, () -> upscaler(network, 0, false));
      Image image = noise(5, 3, 3);
      assertEquals(
          upscaler(network, 64, false).upscale(image, (done, all) -> {}),
          upscaler(network, 1, false).upscale(image, (done, all) -> {}));
    }
  }

  /** Weights that are finite, and feature maps that are not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOutputThatOverflowsIsRefused(boolean ensemble) {
    try (SuperResolutionNetwork network = network(2);
        NoGradGuard guard = new NoGradGuard()) {
      try (Scalar huge = new Scalar(3e38)) {
        network.parameters().byName().get("head.0.weight").fill_(huge);
      }
      Upscaler upscaler = upscaler(network, 8, ensemble);
      OverflowException failure =
          assertThrows(
              OverflowException.class, () -> upscaler.upscale(noise(11, 9, 3), (done, all) -> {}));
      assertTrue(failure.getMessage().contains("image of 11 x 9 pixels"), failure.getMessage());
    }
  }
}
