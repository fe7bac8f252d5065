package io.butcherblock.image;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.Iptc;
import io.butcherblock.formats.JpegSegments;
import io.butcherblock.formats.Resolution;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The segments of a JPEG file that say what another image's file said beside its pixels. */
final class JpegMetadata {

  /** Bytes that fit a segment behind its length. */
  private static final int SEGMENT = 65_533;

  private static final int PROFILE_PART = 65_000;

  private JpegMetadata() {}

  /** Whether a segment holds it. */
  static boolean fits(Exif exif) {
    return exif.ofUpright(1, 1).length + JpegSegments.EXIF.length <= SEGMENT;
  }

  static boolean fitsXmp(byte[] packet) {
    return packet.length + JpegSegments.XMP.length <= SEGMENT;
  }

  static boolean fitsIptc(byte[] records) {
    return Iptc.resources(records).length + JpegSegments.PHOTOSHOP.length <= SEGMENT;
  }

  static byte[] segments(Image image, ImageMetadata metadata) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    metadata
        .exif()
        .filter(JpegMetadata::fits)
        .map(exif -> exif.ofUpright(image.width(), image.height()))
        .ifPresent(exif -> segment(all, 0xe1, JpegSegments.EXIF, exif));
    metadata
        .xmp()
        .filter(JpegMetadata::fitsXmp)
        .ifPresent(packet -> segment(all, 0xe1, JpegSegments.XMP, packet));
    byte[] profile =
        metadata
            .profile()
            .filter(each -> each.fits(image.channels()))
            .map(ColorProfile::bytes)
            .orElse(new byte[0]);
    int parts = (profile.length + PROFILE_PART - 1) / PROFILE_PART;
    for (int part = 0; part < parts && parts < 256; part++) {
      int from = part * PROFILE_PART;
      int to = Math.min(profile.length, from + PROFILE_PART);
      byte[] count = {(byte) (part + 1), (byte) parts};
      segment(all, 0xe2, JpegSegments.PROFILE, count, Arrays.copyOfRange(profile, from, to));
    }
    metadata
        .iptc()
        .filter(JpegMetadata::fitsIptc)
        .ifPresent(records -> segment(all, 0xed, JpegSegments.PHOTOSHOP, Iptc.resources(records)));
    return all.toByteArray();
  }

  private static void segment(ByteArrayOutputStream to, int marker, byte[]... parts) {
    int length = 2 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
    to.write(0xff);
    to.write(marker);
    to.write(length >> 8);
    to.write(length);
    for (byte[] part : parts) {
      to.writeBytes(part);
    }
  }

  /** The file's first segment with the resolution, where it is JFIF's. */
  static byte[] printed(byte[] head, Optional<Resolution> resolution) {
    boolean jfif = head[3] == (byte) 0xe0 && head[6] == 'J' && head[7] == 'F';
    if (jfif && resolution.isPresent()) {
      ByteBuffer.wrap(head)
          .put(13, (byte) 1) // dots per inch
          .putShort(14, (short) Math.round(resolution.get().x()))
          .putShort(16, (short) Math.round(resolution.get().y()));
    }
    return head;
  }
}
