package io.butcherblock.degrade;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;

/** A pair whose low-resolution image is compressed each time it is loaded. */
record CompressedPair(ImagePair pair, JpegCompression jpeg) implements ImagePair {

  @Override
  public String name() {
    return pair.name();
  }

  @Override
  public List<Path> files() {
    return pair.files();
  }

  @Override
  public ImageSize lrSize() {
    return pair.lrSize();
  }

  @Override
  public DecodedPair load() {
    return jpeg.apply(pair.load());
  }
}
