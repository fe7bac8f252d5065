package io.butcherblock.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Decoding of JPEG, whose decoder goes on where it should not, and unasked makes sRGB of the colors
 * of a profile.
 */
final class JpegReading {

  /** What the decoder says when it fills the rest of an image with grey. */
  private static final String CUT = "premature end";

  private JpegReading() {}

  static Image decode(ImageReader reader) throws IOException {
    AtomicBoolean cut = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.contains(CUT)) {
            cut.set(true);
          }
        });
    BufferedImage decoded = reader.read(0, asStored(reader));
    if (cut.get()) {
      throw new EOFException("its pixels end before the image is full");
    }
    return Pixels.of(decoded);
  }

  private static ImageReadParam asStored(ImageReader reader) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    ImageTypeSpecifier stored = reader.getRawImageType(0);
    if (stored != null && stored.getNumComponents() == 3) {
      param.setDestinationType(stored);
    }
    return param;
  }
}
