package io.butcherblock.image;

import io.butcherblock.formats.FileFormat;
import io.butcherblock.formats.JpegSegments;
import io.butcherblock.formats.LeastData;
import io.butcherblock.formats.TiffPages;
import io.butcherblock.formats.UnknownFormatException;
import io.butcherblock.formats.UnreadFormat;
import io.butcherblock.formats.WebpChunks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** An image file opened by the reader of its format, its pixels not yet decoded. */
final class OpenImage implements AutoCloseable {

  private static final String JDK = "com.sun.imageio";

  private final RandomAccessFile in;
  private final ImageInputStream stream;
  private final ImageReader reader;
  private int index;
  private Optional<PngReading> png = Optional.empty();
  private Optional<WebpChunks> webp = Optional.empty();
  private Optional<TiffPages> tiff = Optional.empty();
  private boolean jpeg;
  private boolean gif;

  private OpenImage(RandomAccessFile in, ImageInputStream stream, ImageReader reader) {
    this.in = in;
    this.stream = stream;
    this.reader = reader;
    reader.setInput(stream);
  }

  /**
   * Opens a file.
   *
   * @param file by name, of which a reader may make a stream of its own
   * @param in the same, opened; to be closed after what is returned
   */
  static OpenImage of(Path file, RandomAccessFile in) throws IOException {
    return switch (FileFormat.of(in)) {
      case PNG -> {
        PngReading parts = new PngReading(in);
        OpenImage image = open(in, parts.pixels(), true);
        image.png = Optional.of(parts);
        yield image;
      }
      case WEBP -> {
        WebpLibrary.place();
        WebpChunks chunks = new WebpChunks(in);
        yield webp(in, chunks);
      }
      case TIFF -> {
        // By a stream of its own: the reader's has a position and a byte order.
        TiffPages pages = new TiffPages(new FileImageInputStream(in));
        int picture = pages.picture();
        OpenImage image = open(in, stream(file), false);
        image.tiff = Optional.of(pages);
        image.index = picture;
        yield image;
      }
      case JPEG -> {
        JpegSegments segments = new JpegSegments(in);
        segments.refuseUnread();
        // The other reader takes larger steps for 255; the JDK's would convert by the profile.
        boolean byJdk = segments.hasCoarseSteps();
        OpenImage image =
            byJdk || segments.isAdobeOverruled()
                ? open(in, segments.plain(in, /* profile= */ !byJdk), byJdk)
                : open(in, stream(file), false);
        image.jpeg = true;
        yield image;
      }
      case GIF -> {
        OpenImage image = open(in, stream(file), true);
        image.gif = true;
        yield image;
      }
      case OTHER -> other(file, in);
    };
  }

  private static OpenImage webp(RandomAccessFile in, WebpChunks chunks) throws IOException {
    try {
      OpenImage image = open(in, chunks.still(), false);
      image.webp = Optional.of(chunks);
      return image;
    } catch (UnknownFormatException e) {
      throw new UnsupportedOperationException(
          "no library that decodes WebP is registered (an archive put together of several needs"
              + " the lines of all their files in META-INF/services)",
          e);
    }
  }

  private static OpenImage other(Path file, RandomAccessFile in) throws IOException {
    try {
      return open(in, stream(file), isBmpOfPhotoshop(in));
    } catch (UnknownFormatException e) {
      // Only now: a program may have brought a reader of its own.
      String format = UnreadFormat.of(in).orElseThrow(() -> e);
      throw new UnsupportedOperationException("it is " + format + ", which is not read here", e);
    }
  }

  /** A BMP with a header of 56 bytes, whose alpha the JDK's reader knows and the other does not. */
  private static boolean isBmpOfPhotoshop(RandomAccessFile in) throws IOException {
    byte[] head = new byte[18];
    in.seek(0);
    return in.read(head) == head.length && head[0] == 'B' && head[1] == 'M' && head[14] == 56;
  }

  /** The file's own stream, for ImageIO would make a temporary copy of any other. */
  private static ImageInputStream stream(Path file) throws IOException {
    return ImageIO.createImageInputStream(file.toFile());
  }

  /** The reader of the JDK, or one that knows more of a format than the JDK's. */
  private static OpenImage open(RandomAccessFile in, ImageInputStream stream, boolean byJdk)
      throws IOException {
    ImagePlugins.register();
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      stream.close();
      throw new UnknownFormatException();
    }
    ImageReader best = readers.next();
    while (isOfJdk(best) != byJdk && readers.hasNext()) {
      ImageReader next = readers.next();
      best = isOfJdk(next) == byJdk ? next : best;
    }
    return new OpenImage(in, stream, best);
  }

  private static boolean isOfJdk(ImageReader reader) {
    return reader.getClass().getName().startsWith(JDK);
  }

  /** The size of the image as it is stored. */
  ImageSize stored() throws IOException {
    if (gif) {
      return GifReading.screen(in, coded());
    }
    Optional<int[]> canvas = webp.isPresent() ? webp.get().canvas() : Optional.empty();
    // A file that claims a canvas too large is told so before its decoder is asked.
    return canvas.isPresent() ? size(canvas.get()) : coded();
  }

  /** The size of the one frame that is decoded, which of an animation is a part of the canvas. */
  ImageSize coded() throws IOException {
    return new ImageSize(reader.getWidth(index), reader.getHeight(index));
  }

  private static ImageSize size(int[] sides) {
    return new ImageSize(sides[0], sides[1]);
  }

  /**
   * Checks that there can be as many pixels as the file claims.
   *
   * @throws java.io.EOFException if the data is too short for them
   */
  void checkData() throws IOException {
    ImageSize size = coded();
    double pixels = (double) size.width() * size.height();
    if (png.isPresent()) {
      png.get().checkData(size);
    } else if (tiff.isPresent()) {
      tiff.get().refuseUnread();
      tiff.get().checkData(in.length(), size.width(), size.height());
    } else if (webp.isPresent()) {
      webp.get().checkData(size.width(), size.height());
    } else if (jpeg) {
      LeastData.check(in.length(), LeastData.JPEG, pixels, size.width(), size.height());
    } else if (gif) {
      LeastData.check(in.length(), LeastData.LZW, pixels, size.width(), size.height());
    } else {
      LeastData.checkBmp(in, size.width(), size.height());
    }
  }

  /**
   * The memory in bytes that a pixel takes while the image is read: decoded, and as a sample of
   * four channels.
   */
  long bytesPerPixel() throws IOException {
    if (tiff.isPresent()) {
      long bytesPerSample = tiff.get().samples().bits() > 8 ? 2 : 1;
      return 4 * bytesPerSample + Math.max(4 * bytesPerSample, tiff.get().bytesPerPixel());
    }
    return png.isPresent() && png.get().bits() > 8 ? 16 : 8;
  }

  /** The image as it is stored, which may lie on its side. */
  Image decode() throws IOException {
    if (jpeg) {
      return JpegReading.decode(reader);
    }
    if (tiff.isPresent()) {
      return tiff.get().isLab() || tiff.get().isIccLab()
          ? LabPixels.toRgb(reader.readRaster(index, null), tiff.get().isIccLab())
          : Pixels.of(page(tiff.get().holdsJpeg()), tiff.get().samples());
    }
    if (png.isPresent()) {
      BufferedImage decoded = reader.read(0);
      return png.get().withTransparentColor(decoded, Pixels.of(decoded));
    }
    if (gif) {
      Image frame = GifReading.decode(reader);
      return onCanvas(frame, stored(), GifReading.frameOffset(reader));
    }
    if (webp.isPresent()) {
      Image frame = Pixels.of(WebpReading.decode(reader));
      ImageSize canvas = webp.get().canvas().map(OpenImage::size).orElse(ImageSize.of(frame));
      return onCanvas(frame, canvas, webp.get().frameOffset());
    }
    return Pixels.of(reader.read(0));
  }

  /**
   * A page of a TIFF file, whose reader takes what a JPEG in it holds for sRGB, and converts it.
   */
  private BufferedImage page(boolean isJpeg) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    if (isJpeg && reader.getRawImageType(index).getNumComponents() == 3) {
      ImageSize size = coded();
      param.setDestination(
          new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR));
    }
    return reader.read(index, param);
  }

  /** A first frame that does not fill the animation's canvas stands on a transparent one. */
  private static Image onCanvas(Image frame, ImageSize canvas, int[] offset) {
    if (canvas.equals(ImageSize.of(frame))) {
      return frame;
    }
    int channels = frame.channels();
    int area = Math.multiplyExact(canvas.width(), canvas.height());
    Samples samples = frame.raw().zeros(Math.multiplyExact(area, channels));
    Samples alpha = frame.raw().zeros(area);
    Samples opacity = frame.rawAlpha().orElse(null);
    for (int y = 0; y < Math.min(frame.height(), canvas.height() - offset[1]); y++) {
      for (int x = 0; x < Math.min(frame.width(), canvas.width() - offset[0]); x++) {
        int from = y * frame.width() + x;
        int to = (y + offset[1]) * canvas.width() + x + offset[0];
        frame.raw().copy(from * channels, samples, to * channels, channels);
        alpha.set(to, opacity == null ? alpha.max() : opacity.get(from));
      }
    }
    return Image.of(canvas.width(), canvas.height(), channels, samples).withAlpha(alpha);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
