package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.IfdBlock;
import io.butcherblock.formats.WebpChunks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writing of WebP by libwebp, and its container (RFC 9649) with a color profile, EXIF and XMP,
 * which libwebp leaves to others.
 */
final class WebpWriting {

  private static final int HEAD = 12;
  private static final String EXTENDED = "VP8X";
  private static final int PROFILE_FLAG = 0x20;
  private static final int ALPHA_FLAG = 0x10;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;

  private WebpWriting() {}

  /**
   * Checks that libwebp can be loaded.
   *
   * @throws ButcherblockException if not
   */
  static void check(Path file) {
    try {
      WebpLibrary.place();
      ImageWriter writer = writer();
      try {
        ImageWriteParam unused = writer.getDefaultWriteParam();
      } finally {
        writer.dispose();
      }
    } catch (UnsupportedOperationException | LinkageError e) {
      throw new ButcherblockException(
          "Cannot write "
              + file
              + ": the library that encodes WebP cannot be loaded; name a file that ends in .png.",
          e);
    }
  }

  private static ImageWriter writer() {
    ImagePlugins.register();
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("webp");
    if (!writers.hasNext()) {
      throw new UnsupportedOperationException("no library that encodes WebP is on the class path");
    }
    return writers.next();
  }

  /**
   * Writes a file.
   *
   * @param quality 1 to 100; empty for lossless
   */
  static void write(Image image, ImageMetadata metadata, OptionalInt quality, OutputStream out)
      throws IOException {
    out.write(withMetadata(encoded(image.to8Bits().toRgb(), quality), image, metadata));
  }

  private static byte[] encoded(Image rgb, OptionalInt quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = writer();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(quality.isPresent() ? "Lossy" : "Lossless");
      if (quality.isPresent()) {
        param.setCompressionQuality(quality.getAsInt() / 100f);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(rgb.toBufferedImage(), null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The file of libwebp with what stands beside the pixels. */
  private static byte[] withMetadata(byte[] file, Image image, ImageMetadata metadata) {
    Optional<byte[]> profile =
        metadata.profile().filter(each -> each.fits(3)).map(ColorProfile::bytes);
    Optional<byte[]> exif =
        metadata
            .exif()
            .map(each -> each.ofUpright(image.width(), image.height()))
            .map(each -> IfdBlock.withResolution(each, metadata.resolution()))
            .or(() -> metadata.resolution().map(IfdBlock::ofResolution));
    Optional<byte[]> xmp = metadata.xmp();
    if (profile.isEmpty() && exif.isEmpty() && xmp.isEmpty()) {
      return file;
    }
    int flags =
        (profile.isPresent() ? PROFILE_FLAG : 0)
            | (image.hasAlpha() ? ALPHA_FLAG : 0)
            | (exif.isPresent() ? EXIF_FLAG : 0)
            | (xmp.isPresent() ? XMP_FLAG : 0);
    ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
    put24(extended, image.width() - 1);
    put24(extended, image.height() - 1);
    // Where the file begins with such a head itself, the pixels stand behind it.
    int pixels = ascii(file, HEAD).equals(EXTENDED) ? HEAD + 18 : HEAD;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunk(all, EXTENDED, extended.array());
    profile.ifPresent(bytes -> chunk(all, WebpChunks.PROFILE, bytes));
    all.write(file, pixels, file.length - pixels);
    exif.ifPresent(bytes -> chunk(all, WebpChunks.EXIF, bytes));
    xmp.ifPresent(bytes -> chunk(all, WebpChunks.XMP, bytes));
    return ByteBuffer.allocate(HEAD + all.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(4 + all.size())
        .put(ascii("WEBP"))
        .put(all.toByteArray())
        .array();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[] data) {
    to.writeBytes(ascii(type));
    to.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array());
    to.writeBytes(data);
    if (data.length % 2 == 1) {
      to.write(0);
    }
  }

  private static void put24(ByteBuffer to, int value) {
    to.put((byte) value).putShort((short) (value >> 8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String ascii(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.US_ASCII);
  }
}
