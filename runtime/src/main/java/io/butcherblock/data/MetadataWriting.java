package io.butcherblock.data;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts into an image file what the file that it was made of says beside its pixels. */
final class MetadataWriting {

  private static final int PNG_HEAD = 8 + 25;

  /** The start marker, and the segment that every writer begins with. */
  private static final int JPEG_HEAD = 2 + 18;

  /** Bytes that fit a segment of JPEG behind its length. */
  private static final int SEGMENT = 65_533;

  private static final int PROFILE_PART = 65_000;

  private MetadataWriting() {}

  /** What would be lost, as nouns. */
  static List<String> lost(ImageMetadata metadata, Image image, Path file) {
    String format = ImageWriting.format(file).orElse("");
    List<String> lost = new ArrayList<>();
    Optional<ColorProfile> profile = metadata.profile();
    if (profile.isPresent() && (format.equals("bmp") || !profile.get().fits(image.channels()))) {
      lost.add("color profile" + profile.get().name().map(name -> " (" + name + ")").orElse(""));
    } else if (profile.isEmpty() && !format.equals("png") && !isSrgb(metadata.pngColor())) {
      lost.add("gamma and primaries");
    }
    if (metadata.exif().isPresent() && !keepsExif(metadata, format)) {
      lost.add("EXIF");
    }
    if (metadata.resolution().isPresent() && format.equals("bmp")) {
      lost.add("resolution");
    }
    lost.addAll(metadata.unread());
    return lost;
  }

  private static boolean keepsExif(ImageMetadata metadata, String format) {
    ImageSize any = new ImageSize(1, 1);
    return format.equals("png")
        || (format.equals("jpeg")
            && metadata.exif().orElseThrow().ofUpright(any).length + 6 <= SEGMENT);
  }

  /** Whether PNG's chunks say what is so without them: sRGB, or its gamma and nothing else. */
  private static boolean isSrgb(byte[] chunks) {
    ByteBuffer all = ByteBuffer.wrap(chunks);
    boolean other = false;
    while (all.remaining() >= 12) {
      int length = all.getInt(all.position());
      int type = all.getInt(all.position() + 4);
      if (type == 0x73524742) { // sRGB
        return true;
      }
      boolean gamma = type == 0x67414d41 && length == 4;
      int value = gamma ? all.getInt(all.position() + 8) : 0;
      other |= !gamma || Math.abs(value - 45_455) > 100;
      all.position(all.position() + 12 + length);
    }
    return !other;
  }

  /** Output to which an image is written as it is; what the metadata say is put in. */
  static OutputStream into(OutputStream out, String format, Image image, ImageMetadata metadata) {
    return switch (format) {
      case "png" -> {
        byte[] chunks = pngChunks(image, metadata);
        yield chunks.length == 0
            ? out
            : new HeadedOutput(out, PNG_HEAD, head -> joined(head, chunks));
      }
      case "jpeg" -> {
        byte[] segments = jpegSegments(image, metadata);
        yield segments.length == 0 && metadata.resolution().isEmpty()
            ? out
            : new HeadedOutput(
                out, JPEG_HEAD, head -> joined(printed(head, metadata.resolution()), segments));
      }
      default -> out;
    };
  }

  /** A PNG file with a text behind its header. */
  static byte[] withText(byte[] png, String keyword, String text) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(png, 0, PNG_HEAD);
    chunk(all, "tEXt", ascii(keyword + "\0" + text));
    all.write(png, PNG_HEAD, png.length - PNG_HEAD);
    return all.toByteArray();
  }

  private static byte[] joined(byte[] head, byte[] rest) {
    byte[] all = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }

  private static byte[] pngChunks(Image image, ImageMetadata metadata) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Optional<ColorProfile> profile = metadata.profile().filter(each -> each.fits(image.channels()));
    all.writeBytes(metadata.pngColor());
    profile.ifPresent(
        each -> chunk(all, "iCCP", joined(ascii("profile\0\0"), deflated(each.bytes()))));
    metadata
        .resolution()
        .ifPresent(
            dots ->
                chunk(
                    all,
                    "pHYs",
                    ByteBuffer.allocate(9)
                        .putInt((int) Math.round(dots.x() / 0.0254))
                        .putInt((int) Math.round(dots.y() / 0.0254))
                        .put((byte) 1)
                        .array()));
    metadata.exif().ifPresent(exif -> chunk(all, "eXIf", exif.ofUpright(ImageSize.of(image))));
    return all.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[] data) {
    byte[] whole = joined(ascii(type), data);
    CRC32 sum = new CRC32();
    sum.update(whole);
    to.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    to.writeBytes(whole);
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

  private static byte[] jpegSegments(Image image, ImageMetadata metadata) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (metadata.exif().isPresent() && keepsExif(metadata, "jpeg")) {
      byte[] exif = metadata.exif().get().ofUpright(ImageSize.of(image));
      segment(all, 0xe1, joined(ascii("Exif\0\0"), exif));
    }
    byte[] profile =
        metadata
            .profile()
            .filter(each -> each.fits(image.channels()))
            .map(ColorProfile::bytes)
            .orElse(new byte[0]);
    int parts = (profile.length + PROFILE_PART - 1) / PROFILE_PART;
    for (int part = 0; part < parts && parts < 256; part++) {
      byte[] lead = joined(ascii("ICC_PROFILE\0"), new byte[] {(byte) (part + 1), (byte) parts});
      int from = part * PROFILE_PART;
      int to = Math.min(profile.length, from + PROFILE_PART);
      segment(all, 0xe2, joined(lead, Arrays.copyOfRange(profile, from, to)));
    }
    return all.toByteArray();
  }

  private static void segment(ByteArrayOutputStream to, int marker, byte[] data) {
    to.write(0xff);
    to.write(marker);
    to.write((data.length + 2) >> 8);
    to.write(data.length + 2);
    to.writeBytes(data);
  }

  /** The first segment with the resolution, where it is JFIF's. */
  private static byte[] printed(byte[] head, Optional<Resolution> resolution) {
    boolean jfif = head[3] == (byte) 0xe0 && head[6] == 'J' && head[7] == 'F';
    if (jfif && resolution.isPresent()) {
      ByteBuffer.wrap(head)
          .put(13, (byte) 1) // dots per inch
          .putShort(14, (short) Math.round(resolution.get().x()))
          .putShort(16, (short) Math.round(resolution.get().y()));
    }
    return head;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
