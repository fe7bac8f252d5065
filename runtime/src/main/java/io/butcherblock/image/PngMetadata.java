package io.butcherblock.image;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.PngText;
import io.butcherblock.formats.Resolution;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The chunks of a PNG file that say what another image's file said beside its pixels. */
final class PngMetadata {

  private static final double INCHES_PER_METER = 1 / 0.0254;

  /** Of a text in UTF-8, behind its keyword: the method, no language, no keyword in it. */
  private static final byte[] NOT_COMPRESSED = {0, 0, 0, 0};

  private PngMetadata() {}

  static byte[] chunks(Image image, ImageMetadata metadata) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Optional<ColorProfile> profile = metadata.profile().filter(each -> each.fits(image.channels()));
    all.writeBytes(metadata.pngColor());
    profile.ifPresent(each -> chunk(all, "iCCP", ascii("profile\0\0"), deflated(each.bytes())));
    metadata.resolution().ifPresent(dots -> chunk(all, "pHYs", perMeter(dots)));
    metadata
        .exif()
        .ifPresent(exif -> chunk(all, "eXIf", exif.ofUpright(image.width(), image.height())));
    metadata.xmp().ifPresent(packet -> chunk(all, "iTXt", PngText.XMP, NOT_COMPRESSED, packet));
    return all.toByteArray();
  }

  private static byte[] perMeter(Resolution dots) {
    return ByteBuffer.allocate(9)
        .putInt((int) Math.round(dots.x() * INCHES_PER_METER))
        .putInt((int) Math.round(dots.y() * INCHES_PER_METER))
        .put((byte) 1)
        .array();
  }

  /** A chunk of a text. */
  static byte[] text(String keyword, String text) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunk(all, "tEXt", ascii(keyword + "\0" + text));
    return all.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(ascii(type));
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    CRC32 sum = new CRC32();
    sum.update(whole.toByteArray());
    to.writeBytes(ByteBuffer.allocate(4).putInt(whole.size() - 4).array());
    to.writeBytes(whole.toByteArray());
    to.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
