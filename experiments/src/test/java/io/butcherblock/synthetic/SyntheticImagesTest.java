package io.butcherblock.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticImagesTest {

  @Test
  void theSameSeedGivesTheSameImage() {
    Image image = SyntheticImages.generate(3, 61, 47);
    assertEquals(new ImageSize(61, 47), ImageSize.of(image));
    assertEquals(image, SyntheticImages.generate(3, 61, 47));
    assertNotEquals(image, SyntheticImages.generate(4, 61, 47));
  }

  /** The bits are a promise: whoever changes the generator changes every result got with it. */
  @Test
  void theBytesAreTheSameOnEveryMachine() {
    CRC32 sum = new CRC32();
    for (int seed = 0; seed < 20; seed++) {
      sum.update(SyntheticImages.generate(seed, 128, 96).samples());
    }
    assertEquals("6eba6c41", Long.toHexString(sum.getValue()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 200", "3, 2", "300, 5"})
  void anySizeIsFilled(int width, int height) {
    for (int seed = 0; seed < 20; seed++) {
      Image image = SyntheticImages.generate(seed, width, height);
      assertEquals(new ImageSize(width, height), ImageSize.of(image));
    }
  }

  /** Photographs: contrast in every image, neighbours much alike, far pixels hardly. */
  @Test
  void neighboursAreAlikeAsInPhotographs() {
    for (int seed = 0; seed < 20; seed++) {
      Image image = SyntheticImages.generate(seed, 128, 128);
      double near = correlation(image, 1);
      double far = correlation(image, 40);
      assertTrue(near > 0.6 && near < 0.999, "seed " + seed + ": " + near);
      assertTrue(far < near - 0.2, "seed " + seed + ": " + far);
    }
  }

  /**
   * Photographs (T91, BSDS400) have gradients of a kurtosis of 9 to 44, a deviation of luminance of
   * 37 to 65, and of blue against it of 9 to 41.
   */
  @Test
  void gradientsAndColorsAreAsInPhotographs() {
    double kurtosis = 0;
    double deviation = 0;
    double blue = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] found = statistics(SyntheticImages.generate(seed, 160, 160));
      kurtosis += found[0] / 20;
      deviation += found[1] / 20;
      blue += found[2] / 20;
    }
    assertTrue(kurtosis > 9 && kurtosis < 44, "" + kurtosis);
    assertTrue(deviation > 37 && deviation < 65, "" + deviation);
    assertTrue(blue > 9 && blue < 41, "" + blue);
  }

  /** The kurtosis of differences of neighbors, and the deviations of luminance and of blue. */
  private static double[] statistics(Image image) {
    int n = 0;
    double[] sums = new double[6];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x + 1 < image.width(); x++) {
        double here = luminance(image, x, y);
        double step = luminance(image, x + 1, y) - here;
        double blue = image.sample(x, y, 2) - here;
        double[] terms = {
          step * step, step * step * step * step, here, here * here, blue, blue * blue
        };
        for (int i = 0; i < terms.length; i++) {
          sums[i] += terms[i];
        }
        n++;
      }
    }
    return new double[] {
      n * sums[1] / (sums[0] * sums[0]),
      Math.sqrt(sums[3] / n - sums[2] / n * (sums[2] / n)),
      Math.sqrt(sums[5] / n - sums[4] / n * (sums[4] / n))
    };
  }

  private static double luminance(Image image, int x, int y) {
    return 0.299 * image.sample(x, y, 0)
        + 0.587 * image.sample(x, y, 1)
        + 0.114 * image.sample(x, y, 2);
  }

  private static double correlation(Image image, int shift) {
    double n = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x + shift < image.width(); x++) {
        double p = image.sample(x, y, 1);
        double q = image.sample(x + shift, y, 1);
        n++;
        a += p;
        b += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    }
    return (ab / n - a / n * (b / n))
        / Math.sqrt((aa / n - a / n * (a / n)) * (bb / n - b / n * (b / n)));
  }
}
