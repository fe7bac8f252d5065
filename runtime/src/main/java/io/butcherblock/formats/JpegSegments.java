package io.butcherblock.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/** The segments of a JPEG file before its pixels (ITU-T T.81, B.1). */
public final class JpegSegments {

  public static final byte[] EXIF = ascii("Exif\0\0");
  public static final byte[] PROFILE = ascii("ICC_PROFILE\0");
  private static final byte[] JFIF = ascii("JFIF\0");
  public static final byte[] XMP = ascii("http://ns.adobe.com/xap/1.0/\0");
  private static final byte[] EXTENDED_XMP = ascii("http://ns.adobe.com/xmp/extension/\0");
  public static final byte[] PHOTOSHOP = ascii("Photoshop 3.0\0");

  /** SOF5 to SOF7 and SOF13 to SOF15, and the lossless one of arithmetic coding. */
  private static final Set<Integer> HIERARCHICAL =
      Set.of(0xffc5, 0xffc6, 0xffc7, 0xffcb, 0xffcd, 0xffce, 0xffcf);

  /** SOF0 to SOF2: baseline, extended and progressive. */
  private static final Set<Integer> HUFFMAN_CODED = Set.of(0xffc0, 0xffc1, 0xffc2);

  /** The numbers of components that are Y, Cb and Cr, and those of red, green and blue. */
  private static final Set<String> USUAL = Set.of("\1\2\3", "RGB");

  private static final byte[] ADOBE = ascii("Adobe");

  /** Bytes between two segments, where there should be none. */
  private static final int MOST_BETWEEN = 1 << 16;

  private byte[] exif;
  private Resolution resolution;
  private byte[] xmp;
  private boolean extendedXmp;
  private final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
  private int frame;
  private int precision = 8;
  private int components;
  private boolean jfif;

  /** Of Adobe's segment, 0 for RGB and 1 for YCbCr; -1 without one. */
  private int transform = -1;

  /** The numbers of the first three components, as characters. */
  private String numbers = "";

  private final Map<Integer, byte[]> profile = new TreeMap<>();

  /** The segments of the color profile, and those of Adobe. */
  private final List<PngChunks.Part> ofProfile = new ArrayList<>();

  private final List<PngChunks.Part> ofAdobe = new ArrayList<>();

  private final List<byte[]> quantization = new ArrayList<>();

  public JpegSegments(RandomAccessFile in) throws IOException {
    in.seek(2);
    while (true) {
      int marker = JpegMarkers.next(in, MOST_BETWEEN);
      long start = in.getFilePointer() - 2;
      if (marker == JpegMarkers.SOS || marker == JpegMarkers.EOI) {
        return;
      }
      int length = in.readUnsignedShort() - 2;
      long next = in.getFilePointer() + length;
      if (length > 0 && isOfInterest(marker)) {
        byte[] data = new byte[length];
        in.readFully(data);
        add(marker, data);
        if (isOfProfile(marker, data)) {
          ofProfile.add(new PngChunks.Part(start, next - start));
        } else if (isOfAdobe(marker, data)) {
          ofAdobe.add(new PngChunks.Part(start, next - start));
        }
      }
      in.seek(next);
    }
  }

  private static boolean isOfInterest(int marker) {
    return isFrame(marker) || marker == 0xffdb || (marker >= 0xffe0 && marker <= 0xffee);
  }

  /** SOF0 to SOF15, among which stand DHT, JPG and DAC; and JPEG-LS's. */
  static boolean isFrame(int marker) {
    if (marker == 0xfff7) {
      return true;
    }
    return marker >= 0xffc0
        && marker <= 0xffcf
        && marker != 0xffc4
        && marker != 0xffc8
        && marker != 0xffcc;
  }

  private void add(int marker, byte[] data) {
    if (isFrame(marker) && data.length >= 6) {
      frame = marker;
      precision = data[0] & 0xff;
      components = data[5] & 0xff;
      numbers = data.length < 15 ? "" : "" + (char) data[6] + (char) data[9] + (char) data[12];
    } else if (marker == 0xffdb) {
      quantization.add(data);
    } else if (isOfAdobe(marker, data)) {
      transform = data[11] & 0xff;
    } else if (marker == 0xffe0 && startsWith(data, JFIF) && data.length >= 12) {
      jfif = true;
      int unit = data[7];
      resolution =
          unit == 1 || unit == 2
              ? Resolution.of(short16(data, 8), short16(data, 10), unit == 1 ? 1 : 2.54)
                  .orElse(null)
              : null;
    } else if (marker == 0xffe1 && startsWith(data, EXIF) && exif == null) {
      exif = data;
    } else if (marker == 0xffe1 && startsWith(data, XMP) && xmp == null) {
      xmp = Arrays.copyOfRange(data, XMP.length, data.length);
    } else if (marker == 0xffe1) {
      extendedXmp |= startsWith(data, EXTENDED_XMP);
    } else if (isOfProfile(marker, data) && data.length > 14) {
      profile.putIfAbsent(data[12] & 0xff, Arrays.copyOfRange(data, 14, data.length));
    } else if (marker == 0xffed && startsWith(data, PHOTOSHOP) && photoshop.size() < Iptc.LONGEST) {
      photoshop.write(data, PHOTOSHOP.length, data.length - PHOTOSHOP.length);
    }
  }

  private static boolean isOfProfile(int marker, byte[] data) {
    return marker == 0xffe2 && startsWith(data, PROFILE);
  }

  private static boolean isOfAdobe(int marker, byte[] data) {
    return marker == 0xffee && startsWith(data, ADOBE) && data.length >= 12;
  }

  public Optional<byte[]> exif() {
    return Optional.ofNullable(exif);
  }

  /** The color profile, put together of its parts, in the order of their numbers. */
  public Optional<byte[]> profile() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    profile.values().forEach(whole::writeBytes);
    return whole.size() == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
  }

  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution);
  }

  /** The segments with the quantization tables, without their lengths. */
  public List<byte[]> quantization() {
    return List.copyOf(quantization);
  }

  /** Whether a step of quantization is above 255, so that it needs 16 bits. */
  public boolean hasCoarseSteps() {
    return quantization.stream().anyMatch(JpegQuality::hasCoarseSteps);
  }

  /**
   * Whether Adobe's segment says other than JFIF's what the three components are. Then JFIF's
   * holds, by which they are YCbCr, as in libjpeg's {@code jdapimin.c}.
   */
  public boolean isAdobeOverruled() {
    return jfif && components == 3 && transform >= 0 && transform != 1;
  }

  /**
   * The file without Adobe's segment where that is overruled; it is not to be closed before the
   * file.
   *
   * @param profile whether it keeps its color profile
   */
  public ImageInputStream plain(RandomAccessFile in, boolean profile) throws IOException {
    List<PngChunks.Part> dropped = new ArrayList<>(profile ? List.of() : ofProfile);
    if (isAdobeOverruled()) {
      dropped.addAll(ofAdobe);
    }
    dropped.sort(Comparator.comparingLong(PngChunks.Part::at));
    List<PngChunks.Part> kept = new ArrayList<>();
    long from = 0;
    for (PngChunks.Part part : dropped) {
      kept.add(new PngChunks.Part(from, part.at() - from));
      from = part.at() + part.length();
    }
    kept.add(new PngChunks.Part(from, in.length() - from));
    return new PartsInputStream(in, kept);
  }

  public Optional<byte[]> xmp() {
    return Optional.ofNullable(xmp);
  }

  /** Whether there is more of XMP than one segment holds. */
  public boolean hasExtendedXmp() {
    return extendedXmp;
  }

  /** The records of IPTC-IIM, which may be cut into several segments. */
  public Optional<byte[]> iptc() {
    return Iptc.ofResources(photoshop.toByteArray());
  }

  /**
   * Refuses what cannot be decoded in words that fit, for decoders call it damaged; and what takes
   * the memory of more than the file holds.
   */
  public void refuseUnread() throws IOException {
    boolean first = true;
    for (Iterator<byte[]> parts = profile.values().iterator(); parts.hasNext(); first = false) {
      byte[] part = parts.next();
      ColorProfile.checkClaim(part, parts.hasNext(), first);
    }
    if (profile.size() > 1) {
      ColorProfile.checkClaim(profile().orElseThrow(), /* isPart= */ false, /* isFirst= */ true);
    }
    if (frame == 0xfff7) {
      throw new UnsupportedOperationException("it is a JPEG-LS");
    }
    if (HIERARCHICAL.contains(frame)) {
      throw new UnsupportedOperationException("it is a hierarchical or lossless JPEG");
    }
    if (frame != 0 && frame != 0xffc3 && precision != 8) {
      throw new UnsupportedOperationException(
          "its samples have " + precision + " bits, and of JPEG those of 8 are read");
    }
    if (hasCoarseSteps() && !(HUFFMAN_CODED.contains(frame) && isPlain())) {
      throw new UnsupportedOperationException(
          "its quantization has steps above 255, which are not read where a JPEG is"
              + " arithmetic-coded or CMYK, or does not say plainly which colors it holds");
    }
  }

  /**
   * Whether the JDK's reader takes the components for what they are. Where nothing says that, it
   * guesses RGB, and others YCbCr.
   */
  private boolean isPlain() {
    if (components != 3) {
      return components == 1;
    }
    return jfif || (transform < 0 ? USUAL.contains(numbers) : transform <= 1);
  }

  /** 1 of grey, 3 of colors, 4 of CMYK; 0 if the file does not say. */
  public int components() {
    return components;
  }

  private static int short16(byte[] data, int at) {
    return ((data[at] & 0xff) << 8) | (data[at + 1] & 0xff);
  }

  private static boolean startsWith(byte[] data, byte[] start) {
    return data.length >= start.length
        && Arrays.equals(data, 0, start.length, start, 0, start.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
