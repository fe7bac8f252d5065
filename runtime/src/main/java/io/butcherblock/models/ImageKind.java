package io.butcherblock.models;

import io.butcherblock.image.LossyCompression;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of images that trained weights are for. */
public enum ImageKind {
  /** Images without artifacts of compression, noise or blur, as they are rendered or drawn. */
  CLEAN,
  /** Photographs as cameras and web pages give them: compressed with loss, a little noisy. */
  PHOTO;

  /**
   * The kind of an image file: {@link #PHOTO} if it is compressed with loss ({@link
   * LossyCompression}), else {@link #CLEAN}.
   */
  public static ImageKind of(Path file) {
    return LossyCompression.of(file).isPresent() ? PHOTO : CLEAN;
  }

  /** The kind in lower case, such as {@code photo}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
