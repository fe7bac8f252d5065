package io.butcherblock.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownscalingFilterTest {

  /** A filter that is not symmetric about the middle of the new pixel would shift the image. */
  @ParameterizedTest
  @EnumSource(DownscalingKernel.class)
  void nothingIsShiftedAtOddAndEvenScales(DownscalingKernel kernel) {
    for (int scale = 2; scale <= 4; scale++) {
      for (double sigma : new double[] {0, 0.3, 1.4}) {
        DownscalingFilter filter = DownscalingFilter.of(kernel, sigma, scale);
        double[] weights = filter.weights();
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        double middle = 0;
        for (int k = 0; k < weights.length; k++) {
          assertEquals(weights[k], weights[weights.length - 1 - k], 1e-12);
          middle += weights[k] * (filter.first() + k);
        }
        assertEquals((scale - 1) / 2.0, middle, 1e-12, kernel + " x" + scale);
      }
    }
  }

  @Test
  void bicubicIsThatOfLowResolutionImages() {
    byte[] samples = JpegCompressionTest.scene(48, 48, 3).samples();
    for (int i = 0; i < samples.length; i++) {
      // MATLAB clips between the axes, too: away from black and white, where nothing is clipped.
      samples[i] = (byte) (64 + (samples[i] & 0xff) / 2);
    }
    Image image = Image.of(48, 48, 3, samples);
    for (int scale = 2; scale <= 4; scale++) {
      DownscalingFilter filter = DownscalingFilter.of(DownscalingKernel.BICUBIC, 0, scale);
      int side = 48 / scale;
      int before = -filter.first();
      int length = 48 + 2 * before;
      float[] hr = Surroundings.square(image, -before, -before, length);
      float[] lr =
          filter.alongRows(filter.alongColumns(hr, 3, length, before, side), length, before, side);
      float[] expected = BicubicResize.downscale(image, scale).planes();
      // It also rounds between the axes.
      assertArrayEquals(expected, Image.ofPlanes(side, side, 3, lr).planes(), 1);
    }
  }

  /** The variance of a convolution is the sum of both; the Gaussian is cut off at three. */
  @Test
  void blurHasItsStandardDeviation() {
    double sigma = 3;
    double blurred = variance(DownscalingFilter.of(DownscalingKernel.BOX, sigma, 2));
    double sharp = variance(DownscalingFilter.of(DownscalingKernel.BOX, 0, 2));
    assertEquals(sigma * sigma, blurred - sharp, 0.05 * sigma * sigma);
  }

  private static double variance(DownscalingFilter filter) {
    double middle = (filter.weights().length - 1) / 2.0;
    double sum = 0;
    for (int k = 0; k < filter.weights().length; k++) {
      sum += filter.weights()[k] * (k - middle) * (k - middle);
    }
    return sum;
  }

  @Test
  void blurWeakensWhatAlternates() {
    double sharp = DownscalingFilter.of(DownscalingKernel.BOX, 0, 2).weights()[1];
    double blurred =
        Arrays.stream(DownscalingFilter.of(DownscalingKernel.BOX, 1, 2).weights())
            .max()
            .orElseThrow();
    assertTrue(blurred < 0.8 * sharp, blurred + " of " + sharp);
  }
}
