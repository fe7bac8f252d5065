package io.butcherblock.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ColorScaleTest {

  /** Colors of matplotlib's magma at 0, 1/4, 1/2, 3/4 and 1. */
  private static final int[] MAGMA = {0x000004, 0x51127c, 0xb73779, 0xfc8961, 0xfcfdbf};

  private static int[] colors(ColorScale scale, double... values) throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(scale.picture(values.length, 1, values).png()));
    int[] colors = image.getRGB(0, 0, values.length, 1, null, 0, values.length);
    for (int i = 0; i < colors.length; i++) {
      colors[i] &= 0xffffff;
    }
    return colors;
  }

  private static void assertNear(int expected, int color) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertEquals(
          expected >> shift & 0xff,
          color >> shift & 0xff,
          1.5,
          Integer.toHexString(expected) + ", " + Integer.toHexString(color));
    }
  }

  @Test
  void valuesHaveTheColorsOfMagma() throws IOException {
    int[] colors = colors(new ColorScale("error", 0, 8), 0, 2, 4, 6, 8);
    for (int i = 0; i < MAGMA.length; i++) {
      assertNear(MAGMA[i], colors[i]);
    }
    // Three eighths: between the second and the third.
    assertNear(0x84257b, colors(new ColorScale("error", 0, 8), 3)[0]);
  }

  @Test
  void theDarkEndMayBeTheGreater() throws IOException {
    int[] colors = colors(new ColorScale("SSIM", 1, 0.6), 1, 0.9, 0.8, 0.7, 0.6);
    for (int i = 0; i < MAGMA.length; i++) {
      assertNear(MAGMA[i], colors[i]);
    }
  }

  @Test
  void whatIsBeyondHasTheColorOfTheEndAndNoValueIsGrey() throws IOException {
    int[] colors =
        colors(new ColorScale("error", 0, 8), -1, 9, Double.POSITIVE_INFINITY, Double.NaN);
    assertArrayEquals(new int[] {MAGMA[0], MAGMA[4], MAGMA[4], 0x808080}, colors);
  }

  @Test
  void theEndsAreNumbers() {
    assertEquals("0", new ColorScale("error", 0, 8).from());
    assertEquals("8 and more", new ColorScale("error", 0, 8).to());
    assertEquals("1", new ColorScale("SSIM", 1, 0.9).from());
    assertEquals("0.90 and less", new ColorScale("SSIM", 1, 0.9).to());
  }

  @Test
  void theBarHasAllColorsInARow() throws IOException {
    BufferedImage bar =
        ImageIO.read(new ByteArrayInputStream(new ColorScale("SSIM", 1, 0.6).bar().png()));
    assertEquals(1, bar.getHeight());
    assertEquals(MAGMA[0], bar.getRGB(0, 0) & 0xffffff);
    assertNear(MAGMA[2], bar.getRGB(bar.getWidth() / 2, 0));
    assertEquals(MAGMA[4], bar.getRGB(bar.getWidth() - 1, 0) & 0xffffff);
  }

  @Test
  void valuesFillTheMap() {
    ColorScale scale = new ColorScale("error", 0, 8);
    assertThrows(IllegalArgumentException.class, () -> scale.picture(2, 2, new double[3]));
  }
}
