package io.butcherblock.upscale;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageBuilder;

/**
 * The brightness of an RGB image (ITU-R BT.601), of the same depth: 0.299 R + 0.587 G + 0.114 B.
 */
final class Luma {

  private Luma() {}

  static Image of(Image rgb) {
    ImageBuilder grey = new ImageBuilder(rgb.width(), rgb.height(), 1, rgb.bits());
    for (int y = 0; y < rgb.height(); y++) {
      for (int x = 0; x < rgb.width(); x++) {
        double value =
            0.299 * rgb.sample(x, y, 0) + 0.587 * rgb.sample(x, y, 1) + 0.114 * rgb.sample(x, y, 2);
        grey.set(x, y, 0, (int) Math.round(value));
      }
    }
    return grey.image();
  }
}
