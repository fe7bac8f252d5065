package io.butcherblock.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.BitSet;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;

/** Decoding of GIF, whose decoder leaves rows out where the data ends. */
final class GifReading {

  private GifReading() {}

  static Image decode(ImageReader reader) throws IOException {
    Rows rows = new Rows();
    reader.addIIOReadUpdateListener(rows);
    BufferedImage decoded = reader.read(0);
    if (rows.done.cardinality() < decoded.getHeight()) {
      throw new EOFException("its pixels end before the image is full");
    }
    return Pixels.of(decoded);
  }

  /**
   * The size of the screen on which the frames stand. A first frame that is larger than it is shown
   * alone, as browsers do.
   */
  static ImageSize screen(RandomAccessFile in, ImageSize frame) throws IOException {
    in.seek(6);
    int width = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    int height = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    return frame.width() > width || frame.height() > height ? frame : new ImageSize(width, height);
  }

  /** How far the first frame is from the left and from the top of its screen, in pixels. */
  static int[] frameOffset(ImageReader reader) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    Element descriptor = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
    return new int[] {
      Integer.parseInt(descriptor.getAttribute("imageLeftPosition")),
      Integer.parseInt(descriptor.getAttribute("imageTopPosition"))
    };
  }

  /** The rows that were decoded, each told of alone. */
  private static final class Rows implements IIOReadUpdateListener {

    private final BitSet done = new BitSet();

    @Override
    public void imageUpdate(
        ImageReader source,
        BufferedImage image,
        int x,
        int y,
        int width,
        int height,
        int stepX,
        int stepY,
        int[] bands) {
      done.set(y);
    }

    @Override
    public void passStarted(
        ImageReader source,
        BufferedImage image,
        int pass,
        int firstPass,
        int lastPass,
        int x,
        int y,
        int stepX,
        int stepY,
        int[] bands) {}

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {}

    @Override
    public void thumbnailPassStarted(
        ImageReader source,
        BufferedImage thumbnail,
        int pass,
        int firstPass,
        int lastPass,
        int x,
        int y,
        int stepX,
        int stepY,
        int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}

    @Override
    public void thumbnailUpdate(
        ImageReader source,
        BufferedImage thumbnail,
        int x,
        int y,
        int width,
        int height,
        int stepX,
        int stepY,
        int[] bands) {}
  }
}
