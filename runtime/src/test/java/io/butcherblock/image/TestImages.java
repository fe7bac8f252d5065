package io.butcherblock.image;

import java.util.Random;

/** Small images for tests. */
public final class TestImages {

  private TestImages() {}

  public static Image random(int width, int height, int channels, long seed) {
    byte[] samples = new byte[width * height * channels];
    new Random(seed).nextBytes(samples);
    return Image.of(width, height, channels, samples);
  }

  public static Image random16(int width, int height, int channels, long seed) {
    short[] samples = new short[width * height * channels];
    Random random = new Random(seed);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt();
    }
    return Image.of(width, height, channels, samples);
  }

  static Image withAlpha(Image image, long seed) {
    return image.withAlpha(random(image.width(), image.height(), 1, seed).samples());
  }

  /** An RGB image of smooth shapes, sides multiples of 8. */
  public static Image smooth(int width, int height, long seed) {
    return BicubicResize.upscale(random(width / 8, height / 8, 3, seed), 8);
  }
}
