package io.butcherblock.pictures;

import io.butcherblock.files.WholeFile;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageOrigin;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as it stands in a page.
 *
 * @param width in pixels
 * @param height in pixels
 * @param png the bytes of a PNG file; the picture's own from now on
 */
// An array in a record is compared by identity: pictures are drawn, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Picture(int width, int height, byte[] png) {

  /**
   * Encodes samples.
   *
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param samples interleaved, row by row from the top, width x height x channels
   */
  public static Picture of(int width, int height, int channels, byte[] samples) {
    int type =
        switch (channels) {
          case 1 -> BufferedImage.TYPE_BYTE_GRAY;
          case 3 -> BufferedImage.TYPE_3BYTE_BGR;
          default -> throw new IllegalArgumentException(channels + " channels");
        };
    BufferedImage image = new BufferedImage(width, height, type);
    WritableRaster raster = image.getRaster();
    // A band is addressed as red, green, blue, whatever the order in memory is.
    int[] row = new int[width * channels];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = samples[y * row.length + i] & 0xff;
      }
      raster.setPixels(0, y, width, 1, row);
    }
    return of(image);
  }

  /** Encodes an image with 8 bits a sample and without its alpha. */
  public static Picture of(Image image) {
    return of(image.width(), image.height(), image.channels(), image.samples());
  }

  /** Encodes an image as it is. */
  public static Picture of(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory is always writable.", e);
    }
    return new Picture(image.getWidth(), image.getHeight(), png.toByteArray());
  }

  /**
   * Writes the picture as a PNG file that says that it is one of this program.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    byte[] marked = ImageOrigin.addTo(png, ImageOrigin.FIGURE);
    WholeFile.write(file, out -> out.write(marked));
  }

  /** The picture as an address that needs no file. */
  public String dataUri() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** The pixels, decoded. */
  Raster pixels() {
    try {
      // Another stream would need a temporary file.
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)))
          .getRaster();
    } catch (IOException e) {
      throw new UncheckedIOException("These bytes are not a PNG file.", e);
    }
  }
}
