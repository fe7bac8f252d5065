package io.butcherblock.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes WebP by libwebp. */
final class WebpReading {

  private WebpReading() {}

  /**
   * The image that a reader was given. Libwebp answers that there is no memory where alpha is
   * damaged, too, which its reader throws as an error without a message; errors of Java have one.
   */
  static BufferedImage decode(ImageReader reader) throws IOException {
    try {
      return reader.read(0);
    } catch (OutOfMemoryError e) {
      if (e.getMessage() != null) {
        throw e;
      }
      throw new IOException("libwebp cannot decode it, or has no memory for it", e);
    }
  }
}
