package io.butcherblock.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps against the figures that they are the pixels of. */
class QualityMapTest {

  private static final Image A = noise(1, 40, 30);
  private static final Image B = noise(2, 40, 30);

  @ParameterizedTest
  @EnumSource(ColorSpace.class)
  void theMeanSquareOfTheErrorsIsThatOfPsnr(ColorSpace color) {
    double[] errors = QualityMap.error(A, B, color).values();
    double square = DoubleStream.of(errors).map(e -> e * e).average().orElseThrow();
    double psnr = ImageQuality.compare(A, B, new Protocol(color, 0)).psnr();
    assertEquals(psnr, 10 * Math.log10(255 * 255 / square), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(ColorSpace.class)
  void theMeanOfTheMapIsSsim(ColorSpace color) {
    double[] map = QualityMap.ssim(A, B, color).values();
    double[] inside = DoubleStream.of(map).filter(v -> !Double.isNaN(v)).toArray();
    assertEquals(30 * 20, inside.length, "windows of 11 x 11 inside 40 x 30");
    assertEquals(
        ImageQuality.compare(A, B, new Protocol(color, 0)).ssim(),
        DoubleStream.of(inside).average().orElseThrow(),
        1e-12);
  }

  @Test
  void aSinglePixelIsWhereItIs() {
    byte[] samples = new byte[20 * 15];
    samples[9 * 20 + 12] = 77;
    Image dot = Image.of(20, 15, 1, samples);
    Image black = Image.of(20, 15, 1, new byte[20 * 15]);
    QualityMap error = QualityMap.error(dot, black, ColorSpace.Y);
    assertEquals(77, error.values()[9 * 20 + 12]);
    assertEquals(77, DoubleStream.of(error.values()).sum());
    assertEquals(77, error.crop(10, 8, 5, 4).values()[1 * 5 + 2]);
    double[] ssim = QualityMap.ssim(dot, black, ColorSpace.Y).values();
    double least = DoubleStream.of(ssim).filter(v -> !Double.isNaN(v)).min().orElseThrow();
    assertEquals(least, ssim[9 * 20 + 12], "the window whose middle it is");
    assertTrue(Double.isNaN(ssim[4 * 20 + 12]) && !Double.isNaN(ssim[5 * 20 + 12]));
  }

  @Test
  void otherSizesAreRefused() {
    assertThrows(
        ButcherblockException.class, () -> QualityMap.error(A, noise(1, 30, 40), ColorSpace.Y));
    Image small = noise(1, 10, 40);
    assertThrows(ButcherblockException.class, () -> QualityMap.ssim(small, small, ColorSpace.Y));
  }

  private static Image noise(long seed, int width, int height) {
    byte[] samples = new byte[width * height * 3];
    new Random(seed).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
