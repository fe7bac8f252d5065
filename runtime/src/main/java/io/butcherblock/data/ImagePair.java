package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;

/** An image of a data set in two resolutions, loaded only when asked for. */
public interface ImagePair {

  /** The image's name in tables: its path below the data set's folder, without extension. */
  String name();

  /** The files that it is read from; none if it is made in memory. */
  default List<Path> files() {
    return List.of();
  }

  /**
   * The size of the low-resolution image, found without decoding pixels.
   *
   * @throws ButcherblockException if a file cannot be read
   */
  ImageSize lrSize();

  /**
   * Decodes the original and the low-resolution image, or makes the latter where there is no file.
   *
   * @throws ButcherblockException if a file cannot be read or the sizes do not match the scale
   */
  DecodedPair load();

  /**
   * A pair made from an image in memory: the original is cropped to a multiple of {@code scale},
   * the low-resolution image is made by {@link BicubicResize} at each call of {@link #load}.
   *
   * @param name the image's name in tables
   * @param hr the original
   * @param scale how many times smaller the low-resolution image is, at least 2
   */
  static ImagePair of(String name, Image hr, int scale) {
    return new DownsampledPair(name, List.of(), () -> hr, () -> ImageSize.of(hr), scale);
  }
}
