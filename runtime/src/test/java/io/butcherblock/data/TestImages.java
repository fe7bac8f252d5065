package io.butcherblock.data;

import java.util.Random;

/** Small images with random samples. */
final class TestImages {

  private TestImages() {}

  static Image random(int width, int height, int channels, long seed) {
    byte[] samples = new byte[width * height * channels];
    new Random(seed).nextBytes(samples);
    return Image.of(width, height, channels, samples);
  }

  static Image withAlpha(Image image, long seed) {
    return image.withAlpha(random(image.width(), image.height(), 1, seed).samples());
  }
}
