package io.butcherblock.upscale;

import io.butcherblock.data.Image;

/**
 * The brightness of an RGB image (ITU-R BT.601): 0.299 R + 0.587 G + 0.114 B, rounded, in 0..255.
 */
final class Luma {

  private Luma() {}

  static Image of(Image rgb) {
    byte[] grey = new byte[rgb.width() * rgb.height()];
    for (int y = 0; y < rgb.height(); y++) {
      for (int x = 0; x < rgb.width(); x++) {
        double value =
            0.299 * rgb.sample(x, y, 0) + 0.587 * rgb.sample(x, y, 1) + 0.114 * rgb.sample(x, y, 2);
        grey[y * rgb.width() + x] = (byte) Math.round(value);
      }
    }
    return Image.of(rgb.width(), rgb.height(), 1, grey);
  }
}
