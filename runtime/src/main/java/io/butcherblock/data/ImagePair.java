package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;

/** An image of a data set in two resolutions, loaded only when asked for. */
public interface ImagePair {

  /** What the image is called in tables: its path below the data set's folder, no extension. */
  String name();

  /**
   * The size of the low-resolution image, without decoding anything.
   *
   * @throws ButcherblockException if a file cannot be read
   */
  ImageSize lrSize();

  /**
   * Decodes both images, or makes the low-resolution one.
   *
   * @throws ButcherblockException if a file cannot be read or the sizes do not belong together
   */
  DecodedPair load();

  /** An image in memory, cropped to a multiple of {@code scale}; its LR is made on loading. */
  static ImagePair of(String name, Image hr, int scale) {
    return new DownsampledPair(name, () -> hr, () -> ImageSize.of(hr), scale);
  }
}
