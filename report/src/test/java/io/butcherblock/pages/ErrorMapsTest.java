package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.ComparisonHtml;
import io.butcherblock.pictures.Detail;
import io.butcherblock.pictures.Picture;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMapsTest {

  /** Grey, of noise from 0 to 100, and more than that by so much. */
  private static Image noise(int side, int more) {
    byte[] samples = new byte[side * side];
    Random random = new Random(3);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (random.nextInt(101) + more);
    }
    return Image.of(side, side, 1, samples).toRgb();
  }

  private static String maps(Image hr, Image bicubic, Image network) {
    Comparison comparison = new Comparison("t").version("original", "", Picture.of(hr));
    return new ComparisonHtml(
            "c",
            ErrorMaps.add(
                comparison,
                ColorSpace.RGB,
                new Detail(0, 0, hr.width()),
                hr,
                bicubic,
                "mine",
                network))
        .html();
  }

  /** The scale ends at the next of 1, 2, 4, ... that the errors of both do not exceed. */
  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, 0, 1", "3, 1, 4", "1, 5, 8", "64, 2, 64", "65, 2, 128", "150, 0, 255"})
  void oneScaleHoldsTheErrorsOfBoth(int bicubic, int network, int end) {
    String html = maps(noise(24, 0), noise(24, bicubic), noise(24, network));
    assertTrue(html.contains("<span>0</span><span>" + end + " and more</span>"), html);
    assertTrue(html.contains("error of mine"));
    assertTrue(html.contains("SSIM of bicubic"));
  }

  /** A few large errors would leave the others black. */
  @Test
  void aFewErrorsMayBeBeyondTheScale() {
    Image hr = noise(24, 0);
    byte[] samples = hr.samples().clone();
    for (int i = 0; i < 3 * 2; i++) {
      samples[i] = (byte) 255;
    }
    // Two pixels of 576, of both maps together 0.2 percent.
    String html = maps(hr, Image.of(24, 24, 3, samples), noise(24, 1));
    assertTrue(html.contains("<span>0</span><span>1 and more</span>"), html);
  }

  @Test
  void ssimReachesToTheTenthBelowIt() {
    Image hr = noise(24, 0);
    // Equal images have 1 everywhere.
    assertTrue(maps(hr, hr, hr).contains("<span>1</span><span>0.90 and less</span>"));
    Image flat = Image.of(24, 24, 3, new byte[24 * 24 * 3]);
    String html = maps(hr, flat, hr);
    assertTrue(html.contains("<span>1</span><span>0 and less</span>"), html);
  }

  @Test
  void imagesSmallerThanTheWindowHaveNone() {
    assertFalse(maps(noise(10, 0), noise(10, 1), noise(10, 2)).contains("class=\"scale\""));
    assertTrue(maps(noise(11, 0), noise(11, 1), noise(11, 2)).contains("class=\"scale\""));
  }
}
