package io.butcherblock.image;

import io.butcherblock.formats.LeastData;
import io.butcherblock.formats.PartsInputStream;
import io.butcherblock.formats.PngChunks;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * What of a PNG file its pixels need, and nothing else.
 *
 * <p>The JDK's reader refuses the whole file for a damaged note of the time, and unpacks every text
 * whatever its size. It also makes too little of a transparent grey of 2 or 4 bits.
 */
final class PngReading {

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGBA = 6;

  private final RandomAccessFile in;
  private final PngChunks chunks;
  private final int bits;
  private final int colorType;

  PngReading(RandomAccessFile in) throws IOException {
    this.in = in;
    chunks = PngChunks.read(in, false);
    byte[] head =
        chunks
            .data(in, PngChunks.IHDR, 13)
            .filter(data -> data.length == 13)
            .orElseThrow(() -> new IOException("its header is damaged"));
    bits = head[8];
    colorType = head[9];
  }

  /** The bits of a sample. */
  int bits() {
    return bits;
  }

  /** Checks that the compressed data can unpack to all pixels. */
  void checkData(ImageSize size) throws IOException {
    int samples = colorType == RGB ? 3 : colorType == GREY_ALPHA ? 2 : colorType == RGBA ? 4 : 1;
    double bytes = Math.ceil((double) size.width() * samples * bits / Byte.SIZE) * size.height();
    long stored = chunks.pixels().stream().mapToLong(PngChunks.Part::length).sum();
    LeastData.check(stored, LeastData.DEFLATE, bytes, size.width(), size.height());
  }

  /** The file with the chunks that the pixels need; it is not to be closed before the file. */
  ImageInputStream pixels() throws IOException {
    List<PngChunks.Part> parts = new ArrayList<>();
    parts.add(new PngChunks.Part(0, 8));
    chunks.find(PngChunks.IHDR).ifPresent(parts::add);
    if (colorType == PALETTE) {
      chunks.find(PngChunks.PLTE).ifPresent(parts::add);
      if (chunks.data(in, PngChunks.TRNS, 256).filter(data -> data.length > 0).isPresent()) {
        chunks.find(PngChunks.TRNS).ifPresent(parts::add);
      }
    }
    parts.addAll(chunks.pixels());
    chunks.find(PngChunks.IEND).ifPresent(parts::add);
    return new PartsInputStream(in, parts);
  }

  /** The image, with the one color transparent that the file names, if it names one. */
  Image withTransparentColor(BufferedImage decoded, Image image) throws IOException {
    int samples = colorType == GREY ? 1 : colorType == RGB ? 3 : 0;
    Optional<byte[]> named = chunks.data(in, PngChunks.TRNS, 6);
    if (samples == 0 || named.isEmpty() || named.get().length != 2 * samples) {
      return image;
    }
    int[] color = new int[samples];
    for (int i = 0; i < samples; i++) {
      int value = ((named.get()[2 * i] & 0xff) << 8) | (named.get()[2 * i + 1] & 0xff);
      color[i] = value & ((1 << bits) - 1);
    }
    return image.withAlpha(alpha(decoded.getRaster(), color));
  }

  private static byte[] alpha(Raster raster, int[] transparent) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] alpha = new byte[width * raster.getHeight()];
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        boolean differs = false;
        for (int c = 0; c < transparent.length; c++) {
          differs |= row[x * bands + c] != transparent[c];
        }
        alpha[y * width + x] = differs ? (byte) 255 : 0;
      }
    }
    return alpha;
  }
}
