package io.butcherblock.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
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

  /**
   * What decoders say that were built without it: that of the JDK's own sources, and not that of
   * some Linux systems.
   */
  private static final String ARITHMETIC = "arithmetic coding";

  private JpegReading() {}

  static Image decode(ImageReader reader) throws IOException {
    AtomicBoolean cut = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.contains(CUT)) {
            cut.set(true);
          }
        });
    BufferedImage decoded = read(reader);
    if (cut.get()) {
      throw new EOFException("its pixels end before the image is full");
    }
    return Pixels.of(decoded);
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    try {
      return reader.read(0, asStored(reader));
    } catch (IIOException e) {
      if (e.getMessage() != null && e.getMessage().contains(ARITHMETIC)) {
        throw new UnsupportedOperationException(
            "it is an arithmetic-coded JPEG, which this Java does not read", e);
      }
      throw e;
    }
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
