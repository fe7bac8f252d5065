package io.butcherblock.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.Symmetry;
import io.butcherblock.patches.SplitMix64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegradationTest {

  private static final int PATCH = 24;

  private static DecodedPair pair(Image hr, int scale) {
    return new DecodedPair(BicubicResize.downscale(hr, scale), hr);
  }

  @Test
  void cleanPatchesAreThoseOfTheImage() {
    DecodedPair pair = pair(JpegCompressionTest.scene(160, 120, 3), 2);
    float[] expected = pair.lr().crop(7, 11, PATCH, PATCH).planes();
    assertArrayEquals(
        expected,
        Degradation.CLEAN.patch(pair, 7, 11, PATCH, Symmetry.ROTATE_90, new SplitMix64(1)));
  }

  /**
   * The same as when the whole image is compressed, if the grid of its blocks begins where that of
   * the patch does: the surroundings hold all that the patch depends on.
   */
  @Test
  void aPatchIsCompressedAsItWouldBeInALargerImage() {
    Image lr = JpegCompressionTest.scene(160, 144, 3);
    DecodedPair pair = new DecodedPair(lr, BicubicResize.upscale(lr, 2));
    for (int seed = 0; seed < 60; seed++) {
      float[] patch =
          Degradation.JPEG.patch(pair, 60, 50, PATCH, Symmetry.IDENTITY, new SplitMix64(seed));
      SplitMix64 again = new SplitMix64(seed);
      Surroundings around = Surroundings.of(60, 50, PATCH, again);
      JpegCompression jpeg = PatchRecipe.jpeg(again).jpeg().orElseThrow();
      int x = around.x() % 16;
      int y = around.y() % 16;
      Image whole = jpeg.apply(lr.crop(x, y, lr.width() - x, lr.height() - y));
      assertArrayEquals(whole.crop(60 - x, 50 - y, PATCH, PATCH).planes(), patch, jpeg.toString());
    }
  }

  /** Before the symmetry is applied, which comes later, the patch lies as in the image. */
  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void aDegradedPatchLiesAsTheCleanOne(Symmetry symmetry) {
    DecodedPair pair = pair(slopes(160, 2), 2);
    float[] clean = Degradation.CLEAN.patch(pair, 30, 20, PATCH, symmetry, new SplitMix64(1));
    float[] patch = Degradation.JPEG.patch(pair, 30, 20, PATCH, symmetry, new SplitMix64(1));
    double sum = 0;
    for (int i = 0; i < clean.length; i++) {
      sum += Math.abs(clean[i] - patch[i]);
    }
    assertTrue(sum / clean.length < 4, sum / clean.length + " of 255");
  }

  @Test
  void noiseIsThatOfTheRecipe() {
    byte[] grey = new byte[3 * 256 * 256];
    java.util.Arrays.fill(grey, (byte) 128);
    DecodedPair pair = pair(Image.of(256, 256, 3, grey), 2);
    PatchRecipe recipe =
        new PatchRecipe(DownscalingKernel.BICUBIC, 0, 0, new SensorNoise(3, 0), Optional.empty());
    Surroundings around = Surroundings.of(30, 30, 48, new SplitMix64(1));
    float[] noisy = recipe.apply(pair, around, Symmetry.IDENTITY, new SplitMix64(2)).planes();
    double squares = 0;
    for (float sample : noisy) {
      squares += (sample - 128) * (sample - 128);
    }
    // Rounding adds a twelfth to the variance.
    assertEquals(Math.sqrt(9 + 1 / 12.0), Math.sqrt(squares / noisy.length), 0.15);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 14, 15, 16, 29, 30, 31, 32, 48})
  void surroundingsHoldWhatInterpolationReads(int patch) {
    for (int seed = 0; seed < 200; seed++) {
      Surroundings around = Surroundings.of(0, 0, patch, new SplitMix64(seed));
      assertTrue(around.patchX() >= 2 && around.patchX() + patch + 2 <= around.side());
      assertTrue(around.patchY() >= 2 && around.patchY() + patch + 2 <= around.side());
    }
  }

  @Test
  void bordersOfBlocksFallAnywhereAndAllKindsOfColorAreDrawn() {
    Set<Integer> columns = new HashSet<>();
    Set<Integer> rows = new HashSet<>();
    Set<JpegCompression> all = new HashSet<>();
    for (int seed = 0; seed < 2000; seed++) {
      SplitMix64 random = new SplitMix64(seed);
      Surroundings around = Surroundings.of(0, 0, PATCH, random);
      columns.add(around.patchX() % 16);
      rows.add(around.patchY() % 16);
      assertTrue(around.patchX() >= 2 && around.patchX() + PATCH + 2 <= around.side());
      assertTrue(around.patchY() >= 2 && around.patchY() + PATCH + 2 <= around.side());
      assertEquals(0, around.side() % 16);
      all.add(PatchRecipe.jpeg(random).jpeg().orElseThrow());
    }
    assertEquals(16, columns.size());
    assertEquals(16, rows.size());
    assertEquals(30, all.stream().mapToInt(JpegCompression::quality).min().orElseThrow());
    assertEquals(95, all.stream().mapToInt(JpegCompression::quality).max().orElseThrow());
    assertEquals(3, all.stream().map(JpegCompression::subsampling).distinct().count());
  }

  /** A slope stays the same slope under all that is symmetric, and moves if anything shifts it. */
  @ParameterizedTest
  @EnumSource(DownscalingKernel.class)
  void lowAndHighResolutionStayRegistered(DownscalingKernel kernel) {
    for (int scale = 2; scale <= 4; scale++) {
      Image hr = slopes(80 * scale, scale);
      DecodedPair pair = pair(hr, scale);
      PatchRecipe recipe = new PatchRecipe(kernel, 0.6, 0.2, SensorNoise.NONE, Optional.empty());
      for (Symmetry symmetry : Symmetry.values()) {
        Surroundings around = Surroundings.of(30, 27, PATCH, new SplitMix64(scale));
        Image degraded = recipe.apply(pair, around, symmetry, new SplitMix64(1));
        float[] patch = around.patch(degraded, symmetry.inverse());
        float[] expected = pair.lr().crop(30, 27, PATCH, PATCH).planes();
        assertArrayEquals(expected, patch, 1, kernel + " x" + scale + " " + symmetry);
      }
    }
  }

  /** Red grows by 3 from a low-resolution column to the next, green by 3 from row to row. */
  private static Image slopes(int side, int scale) {
    byte[] samples = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      samples[3 * i] = (byte) Math.min(255, Math.round(3f * (i % side) / scale));
      int row = i / side;
      samples[3 * i + 1] = (byte) Math.min(255, Math.round(3f * row / scale));
      samples[3 * i + 2] = (byte) 128;
    }
    return Image.of(side, side, 3, samples);
  }

  @Test
  void noiseGrowsWithLight() {
    SensorNoise noise = new SensorNoise(2, 4);
    assertEquals(2, deviation(noise, 0), 0.1);
    assertEquals(Math.sqrt(4 + 16 * 0.5), deviation(noise, 127.5f), 0.1);
    assertEquals(Math.sqrt(20), deviation(noise, 255), 0.1);
    assertEquals(0, deviation(SensorNoise.NONE, 127.5f));
  }

  private static double deviation(SensorNoise noise, float value) {
    float[] samples = new float[40_001];
    java.util.Arrays.fill(samples, value);
    noise.add(samples, new SplitMix64(9));
    double sum = 0;
    double squares = 0;
    for (float sample : samples) {
      sum += sample - value;
      squares += (sample - value) * (sample - value);
    }
    assertEquals(0, sum / samples.length, 0.1);
    return Math.sqrt(squares / samples.length);
  }

  /**
   * So that a photograph without any of it is enlarged well, too: 30 %, and those of the others
   * that neither blur, kernel, noise nor compression fell to, 70 % * 0.7 * 0.7 * 0.7 * 0.2.
   */
  @Test
  void somePhotosStayAsTheyAre() {
    DecodedPair pair = pair(JpegCompressionTest.scene(160, 120, 3), 2);
    float[] clean = pair.lr().crop(20, 20, PATCH, PATCH).planes();
    int same = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] patch =
          Degradation.PHOTO.patch(pair, 20, 20, PATCH, Symmetry.TRANSPOSE, SplitMix64.of(1, seed));
      same += java.util.Arrays.equals(clean, patch) ? 1 : 0;
    }
    assertEquals(400 * (0.3 + 0.7 * 0.7 * 0.7 * 0.7 * 0.2), same, 30, same + " of 400");
  }
}
