package io.butcherblock.image;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.HeadedOutput;
import io.butcherblock.formats.Resolution;
import io.butcherblock.formats.Xmp;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts into an image file what the file that it was made of says beside its pixels. */
final class MetadataWriting {

  private static final int PNG_HEAD = 8 + 25;

  /** The start marker, and the segment that every writer begins with. */
  private static final int JPEG_HEAD = 2 + 18;

  /** The white and the primaries of sRGB, x and y of each, in parts of 100,000. */
  private static final int[] SRGB = {31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000};

  private static final int CICP = 0x63494350;

  /** Of cICP, by the numbers of ITU-T H.273: sRGB's primaries and curve, RGB in full range. */
  private static final int SRGB_CODES = 0x010d0001;

  private MetadataWriting() {}

  /** What would be lost, as nouns. */
  static List<String> lost(ImageMetadata metadata, Image image, Path file) {
    Optional<WrittenFormat> named = WrittenFormat.of(file);
    if (named.isEmpty()) {
      return List.of();
    }
    WrittenFormat format = named.get();
    List<String> lost = new ArrayList<>();
    if (image.bits() > format.bits()) {
      lost.add("16-bit samples (%s has %s bits)".formatted(format.title(), format.bits()));
    }
    Optional<ColorProfile> profile = metadata.profile();
    boolean fits =
        profile.isPresent() && profile.get().fits(format.channels(metadata.stored(image)));
    if (profile.isPresent() && (format == WrittenFormat.BMP || !fits)) {
      lost.add("color profile" + profile.get().name().map(name -> " (" + name + ")").orElse(""));
    } else if (profile.isEmpty() && format != WrittenFormat.PNG && !isSrgb(metadata.pngColor())) {
      lost.add("gamma and primaries");
    }
    metadata.exif().flatMap(exif -> lost(exif, format)).ifPresent(lost::add);
    if (metadata.resolution().isPresent() && format == WrittenFormat.BMP) {
      lost.add("resolution");
    }
    Optional<Xmp> xmp = metadata.description();
    boolean damaged = metadata.hasXmp() && xmp.isEmpty();
    if (damaged || xmp.flatMap(Xmp::packet).filter(each -> losesXmp(each, format)).isPresent()) {
      lost.add("XMP");
    }
    metadata.iptc().filter(records -> losesIptc(records, format)).ifPresent(x -> lost.add("IPTC"));
    if (xmp.filter(Xmp::isPartial).isPresent()) {
      lost.add(Xmp.PART);
    }
    metadata.unread().stream().filter(what -> !lost.contains(what)).forEach(lost::add);
    return lost;
  }

  private static boolean losesXmp(byte[] packet, WrittenFormat format) {
    return switch (format) {
      case PNG, WEBP, TIFF -> false;
      case JPEG -> !JpegMetadata.fitsXmp(packet);
      case BMP -> true;
    };
  }

  private static boolean losesIptc(byte[] records, WrittenFormat format) {
    return switch (format) {
      case TIFF -> false;
      case JPEG -> !JpegMetadata.fitsIptc(records);
      case PNG, WEBP, BMP -> true;
    };
  }

  private static Optional<String> lost(Exif exif, WrittenFormat format) {
    return switch (format) {
      case PNG, WEBP -> Optional.empty();
      case JPEG -> JpegMetadata.fits(exif) ? Optional.empty() : Optional.of("EXIF");
      // Their offsets count from the start of a block that TIFF does not keep.
      case TIFF -> exif.hasMakerNotes() ? Optional.of(Exif.MAKER_NOTES) : Optional.empty();
      case BMP -> Optional.of("EXIF");
    };
  }

  /** Whether PNG's chunks say what is so without them: sRGB, or its gamma and its primaries. */
  private static boolean isSrgb(byte[] chunks) {
    ByteBuffer all = ByteBuffer.wrap(chunks);
    boolean other = false;
    while (all.remaining() >= 12) {
      int length = all.getInt(all.position());
      int type = all.getInt(all.position() + 4);
      if (type == CICP && length == 4) {
        // The first, and the others are for programs that do not know it.
        return all.getInt(all.position() + 8) == SRGB_CODES;
      }
      if (type == 0x73524742) { // sRGB
        return true;
      }
      boolean gamma = type == 0x67414d41 && length == 4;
      boolean primaries = type == 0x6348524d && length == 4 * SRGB.length;
      int value = all.position() + 8;
      other |=
          gamma
              ? Math.abs(all.getInt(value) - 45_455) > 100
              : !primaries
                  || IntStream.range(0, SRGB.length)
                      .anyMatch(i -> Math.abs(all.getInt(value + 4 * i) - SRGB[i]) > 100);
      all.position(all.position() + 12 + length);
    }
    return !other;
  }

  /** Output to which an image is written as it is; what the metadata say is put in. */
  static OutputStream into(
      OutputStream out, WrittenFormat format, Image image, ImageMetadata metadata) {
    return switch (format) {
      case PNG -> {
        byte[] chunks = PngMetadata.chunks(image, metadata);
        yield chunks.length == 0
            ? out
            : new HeadedOutput(out, PNG_HEAD, head -> joined(head, chunks));
      }
      case JPEG -> {
        byte[] segments = JpegMetadata.segments(image, metadata);
        Optional<Resolution> dots = metadata.resolution();
        yield segments.length == 0 && dots.isEmpty()
            ? out
            : new HeadedOutput(
                out, JPEG_HEAD, head -> joined(JpegMetadata.printed(head, dots), segments));
      }
      // Of these it is put in as they are coded.
      case WEBP, TIFF, BMP -> out;
    };
  }

  /** A PNG file with a text behind its header. */
  static byte[] withText(byte[] png, String keyword, String text) {
    byte[] head = joined(Arrays.copyOf(png, PNG_HEAD), PngMetadata.text(keyword, text));
    return joined(head, Arrays.copyOfRange(png, PNG_HEAD, png.length));
  }

  private static byte[] joined(byte[] head, byte[] rest) {
    byte[] all = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }
}
