package io.butcherblock.degrade;

import io.butcherblock.image.Image;

/**
 * RGB as luminance and two color differences, and back (JFIF 1.02, ITU-R BT.601 in full range),
 * with 16 bits after the point.
 */
final class ColorDifferences {

  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int MIDDLE = 128;

  private ColorDifferences() {}

  private static int factor(double value) {
    return (int) (value * (1 << BITS) + 0.5);
  }

  private static final int Y_R = factor(0.29900);
  private static final int Y_G = factor(0.58700);
  private static final int Y_B = factor(0.11400);
  private static final int CB_R = factor(0.16874);
  private static final int CB_G = factor(0.33126);
  private static final int CR_G = factor(0.41869);
  private static final int CR_B = factor(0.08131);
  private static final int CENTER = (MIDDLE << BITS) + HALF - 1;
  private static final int R_CR = factor(1.40200);
  private static final int G_CB = factor(0.34414);
  private static final int G_CR = factor(0.71414);
  private static final int B_CB = factor(1.77200);

  /** Luminance, the blue difference, the red difference. */
  static SamplePlane[] of(Image rgb) {
    byte[] samples = rgb.samples();
    int area = samples.length / 3;
    int[] luminance = new int[area];
    int[] blue = new int[area];
    int[] red = new int[area];
    for (int i = 0; i < area; i++) {
      int r = samples[3 * i] & 0xff;
      int g = samples[3 * i + 1] & 0xff;
      int b = samples[3 * i + 2] & 0xff;
      luminance[i] = (Y_R * r + Y_G * g + Y_B * b + HALF) >> BITS;
      blue[i] = (-CB_R * r - CB_G * g + HALF * b + CENTER) >> BITS;
      red[i] = (HALF * r - CR_G * g - CR_B * b + CENTER) >> BITS;
    }
    return new SamplePlane[] {plane(rgb, luminance), plane(rgb, blue), plane(rgb, red)};
  }

  private static SamplePlane plane(Image like, int[] samples) {
    return new SamplePlane(like.width(), like.height(), samples);
  }

  /** An image of three planes of its size. */
  static Image rgb(SamplePlane luminance, SamplePlane blue, SamplePlane red) {
    int area = luminance.samples().length;
    byte[] out = new byte[3 * area];
    for (int i = 0; i < area; i++) {
      int y = luminance.samples()[i];
      int cb = blue.samples()[i] - MIDDLE;
      int cr = red.samples()[i] - MIDDLE;
      out[3 * i] = (byte) SamplePlane.clipped(y + ((R_CR * cr + HALF) >> BITS));
      out[3 * i + 1] = (byte) SamplePlane.clipped(y + ((-G_CB * cb - G_CR * cr + HALF) >> BITS));
      out[3 * i + 2] = (byte) SamplePlane.clipped(y + ((B_CB * cb + HALF) >> BITS));
    }
    return Image.of(luminance.width(), luminance.height(), 3, out);
  }
}
