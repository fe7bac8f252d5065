package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransparentColorsTest {

  private static final int WHITE = 255;

  /** Keys' weights of the four pixels around a place three quarters of the way between two. */
  private static final double[] KEYS = {-0.0234375, 0.2265625, 0.8671875, -0.0703125};

  /**
   * What is seen on white: the results of Pillow, whose bicubic multiplies colors by alpha first,
   * but rounds otherwise: MATLAB's alpha is rounded and clipped after each of two passes.
   */
  @ParameterizedTest
  @CsvSource({
    "disc, 2, 2, 1, 0.05",
    "aa, 2, 2, 1, 0.05",
    "aa, 1/2, half, 1, 0.05",
    "shadow, 2, 2, 9, 0.1",
    "shadow, 1/2, half, 3, 0.1"
  })
  void whatIsSeenIsWhatPillowMakes(
      String name, String ratio, String suffix, double most, double mean) {
    Image resized = BicubicResize.resize(resource(name), Ratio.parse(ratio));
    Image expected = resource(name + "-" + suffix + "-pillow");
    double sum = 0;
    double largest = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        double off = Math.abs(onWhite(resized, x, y) - onWhite(expected, x, y));
        sum += off;
        largest = Math.max(largest, off);
      }
    }
    assertTrue(largest <= most, "at most " + largest);
    double average = sum / (expected.width() * expected.height());
    assertTrue(average <= mean, "on average " + average);
  }

  /**
   * Two grey pixels become four: by NumPy, with Keys' weights, the sums of colors times alpha over
   * those of alpha. Colors that are resized without it are below 0 or above 255 in the first, and
   * in the second alpha is small.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 240, 40, 240, 0, 145.12, 230.22, 243.48",
    "100, 200, 4, 12, 65.38, 143.33, 192.17, 202.94"
  })
  void colorsCountAsMuchAsTheyAreOpaque(
      int left, int right, int alphaLeft, int alphaRight, double a, double b, double c, double d) {
    Image image =
        Image.of(2, 1, 1, new byte[] {(byte) left, (byte) right})
            .withAlpha(new byte[] {(byte) alphaLeft, (byte) alphaRight});
    Image large = BicubicResize.upscale(image, 2);
    double[] expected = {a, b, c, d};
    for (int x = 0; x < expected.length; x++) {
      assertEquals(expected[x], large.sample(x, 0, 0), 1, "column " + x);
    }
  }

  /**
   * Noise of black and white, of any alpha: sums of colors times alpha over those of alpha, with
   * Keys' weights (a = -1/2) at a quarter and three quarters of a pixel. Clipping between the two
   * passes of a resize must not show.
   */
  @Test
  void colorsOfNoiseAreRoundedOnceAtTheEnd() {
    int side = 16;
    byte[] samples = new byte[side * side];
    byte[] alpha = new byte[side * side];
    Random random = new Random(4);
    random.nextBytes(alpha);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (random.nextBoolean() ? 255 : 0);
      alpha[i] = (byte) Math.max(1, alpha[i] & 0xff);
    }
    Image large = BicubicResize.upscale(Image.of(side, side, 1, samples).withAlpha(alpha), 2);
    for (int y = 0; y < 2 * side; y++) {
      for (int x = 0; x < 2 * side; x++) {
        double colored = 0;
        double opaque = 0;
        for (int j = 0; j < 4; j++) {
          for (int i = 0; i < 4; i++) {
            int pixel = neighbor(y, j, side) * side + neighbor(x, i, side);
            double w = KEYS[y % 2 == 0 ? j : 3 - j] * KEYS[x % 2 == 0 ? i : 3 - i];
            opaque += w * (alpha[pixel] & 0xff);
            colored += w * (alpha[pixel] & 0xff) * (samples[pixel] & 0xff);
          }
        }
        if (opaque >= 1) {
          double expected = Math.max(0, Math.min(255, colored / opaque));
          assertEquals(expected, large.sample(x, y, 0), 0.5001, "at " + x + ", " + y);
        }
      }
    }
  }

  private static int neighbor(int output, int tap, int inputs) {
    int position = output / 2 - (output % 2 == 0 ? 2 : 1) + tap;
    return position < 0 ? -1 - position : Math.min(position, 2 * inputs - 1 - position);
  }

  @Test
  void colorsThatNobodySeesHaveNoEffect() {
    Image image = TestImages.random(20, 14, 3, 1);
    byte[] alpha = new byte[20 * 14];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (byte) (i % 20 < 9 ? 255 : i % 20 < 12 ? 60 : 0);
    }
    byte[] others = image.samples();
    for (int i = 0; i < others.length; i++) {
      if (alpha[i / 3] == 0) {
        others[i] = (byte) (255 - others[i]);
      }
    }
    Image one = image.withAlpha(alpha);
    Image other = Image.of(20, 14, 3, others).withAlpha(alpha);
    assertEquals(BicubicResize.upscale(one, 3), BicubicResize.upscale(other, 3));
    assertEquals(BicubicResize.downscale(one, 2), BicubicResize.downscale(other, 2));
  }

  /** A tool that only converts files does not paint under what is transparent. */
  @Test
  void whatKeepsItsSizeKeepsTheColorsUnderTransparencyToo() {
    byte[] alpha = new byte[20 * 14];
    alpha[7] = (byte) 255;
    Image image = TestImages.random(20, 14, 3, 5).withAlpha(alpha);
    assertEquals(image, BicubicResize.resize(image, Ratio.parse("1")));
    assertEquals(image, BicubicResize.resize(image, 20, 14));
  }

  @Test
  void whereAlphaIsTheSameAllAroundColorsAreThoseOfAnImageWithoutIt() {
    Image image = TestImages.random(17, 13, 3, 2);
    for (int value : new int[] {255, 100, 0}) {
      byte[] alpha = new byte[17 * 13];
      Arrays.fill(alpha, (byte) value);
      Image resized = BicubicResize.upscale(image.withAlpha(alpha), 2);
      assertEquals(BicubicResize.upscale(image, 2), resized.withoutAlpha());
    }
    byte[] half = new byte[17 * 13];
    for (int i = 0; i < half.length; i++) {
      half[i] = (byte) (i % 17 < 8 ? 255 : 0);
    }
    Image left = BicubicResize.upscale(image.withAlpha(half), 2).withoutAlpha().crop(0, 0, 12, 26);
    assertEquals(BicubicResize.upscale(image, 2).crop(0, 0, 12, 26), left);
  }

  @Test
  void anImageWithNothingToBleedIsLeftAlone() {
    Image image = TestImages.random(5, 4, 1, 3);
    assertSame(image, TransparentColors.bled(image));
    byte[] alpha = new byte[20];
    Image hidden = image.withAlpha(alpha);
    assertSame(hidden, TransparentColors.bled(hidden));
    byte[] seen = alpha.clone();
    seen[7] = 1;
    Image bled = TransparentColors.bled(image.withAlpha(seen));
    for (int i = 0; i < 20; i++) {
      assertEquals(image.sample(2, 1, 0), bled.sample(i % 5, i / 5, 0), "pixel " + i);
    }
  }

  /** (10 a + 13 b) / (a + b), rounded, halves up. */
  @ParameterizedTest
  @CsvSource({"255, 255, 12", "200, 100, 11", "100, 200, 12", "1, 255, 13"})
  void aPixelThatNobodySeesGetsTheMeanOfItsNeighborsAsFarAsTheyAreSeen(int a, int b, int expected) {
    Image image =
        Image.of(3, 1, 1, new byte[] {10, 99, 13}).withAlpha(new byte[] {(byte) a, 0, (byte) b});
    assertEquals(expected, TransparentColors.bled(image).sample(1, 0, 0));
  }

  private static double onWhite(Image image, int x, int y) {
    double alpha = image.alphaImage().orElseThrow().sample(x, y, 0) / 255.0;
    return image.sample(x, y, 0) * alpha + WHITE * (1 - alpha);
  }

  private static Image resource(String name) {
    try {
      return ImageFiles.read(
          Path.of(TransparentColorsTest.class.getResource("transparent-" + name + ".png").toURI()));
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
