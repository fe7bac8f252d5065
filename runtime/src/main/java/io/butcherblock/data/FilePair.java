package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;

/**
 * A pair of two files. The original is cropped to the low-resolution image's size times the scale
 * at its right and lower border, as it was before the low-resolution image was made.
 */
record FilePair(String name, Path lrFile, Path hrFile, int scale) implements ImagePair {

  @Override
  public List<Path> files() {
    return List.of(lrFile, hrFile);
  }

  @Override
  public ImageSize lrSize() {
    return ImageFiles.size(lrFile);
  }

  @Override
  public DecodedPair load() {
    Image lr = ImageFiles.read(lrFile).withoutAlpha();
    Image hr = ImageFiles.read(hrFile).withoutAlpha();
    ImageSize expected = ImageSize.of(hr).dividedBy(scale);
    if (!ImageSize.of(lr).equals(expected)) {
      throw new ButcherblockException(
          "%s (%s) is not the low-resolution image of %s (%s) at scale %s: it would be %s."
              .formatted(lrFile, ImageSize.of(lr), hrFile, ImageSize.of(hr), scale, expected));
    }
    Image cropped = hr.crop(0, 0, lr.width() * scale, lr.height() * scale);
    DecodedPair pair = new DecodedPair(lr, cropped);
    return lr.channels() == hr.channels() ? pair : pair.toRgb();
  }
}
