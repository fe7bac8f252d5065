package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A pair whose low-resolution image is made of the original, cropped to a multiple of the scale at
 * its right and lower border.
 */
record DownsampledPair(
    String name,
    List<Path> files,
    Supplier<Image> original,
    Supplier<ImageSize> originalSize,
    int scale)
    implements ImagePair {

  static DownsampledPair of(String name, Path hr, int scale) {
    return new DownsampledPair(
        name, List.of(hr), () -> ImageFiles.read(hr), () -> ImageFiles.size(hr), scale);
  }

  @Override
  public ImageSize lrSize() {
    return originalSize.get().dividedBy(scale);
  }

  @Override
  public DecodedPair load() {
    Image image = original.get().withoutAlpha().to8Bits();
    ImageSize size = ImageSize.of(image).multipleOf(scale);
    if (size.width() == 0 || size.height() == 0) {
      throw new ButcherblockException(
          "The image %s (%s) is too small to be made %s times smaller; leave it out."
              .formatted(name, image, scale));
    }
    Image hr = image.crop(0, 0, size.width(), size.height());
    return new DecodedPair(BicubicResize.downscale(hr, scale), hr);
  }
}
