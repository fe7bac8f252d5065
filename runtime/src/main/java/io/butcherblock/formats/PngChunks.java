package io.butcherblock.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * The chunks of a PNG file (ISO/IEC 15948, 5.3): length, type, data and check sum of each, the last
 * being IEND.
 *
 * <p>Chunks that the pixels need (critical ones) must be sound. Of the others, which may be left
 * out, those whose sum is wrong count as absent.
 */
public final class PngChunks {

  public static final int IHDR = 0x49484452;
  public static final int PLTE = 0x504c5445;
  static final int IDAT = 0x49444154;
  public static final int IEND = 0x49454e44;
  public static final int TRNS = 0x74524e53;

  /** tEXt, zTXt, iTXt. */
  private static final List<Integer> TEXTS = List.of(0x74455874, 0x7a545874, 0x69545874);

  private static final int CGBI = 0x43674249;
  private static final int HEAD = 8;

  /** Length, type and sum around a chunk's data. */
  private static final int FRAME = 12;

  /** The bit of a type's first letter that makes it small in chunks that can be left out. */
  private static final int ANCILLARY = 0x20000000;

  /** More runs of pixel chunks than any writer makes, and few enough to remember. */
  private static final int MOST_RUNS = 1 << 16;

  private static final int MOST_TEXTS = 100;

  /** A part of the file, from the first byte of a chunk's length to the last of its sum. */
  public record Part(long at, long length) {}

  private final Map<Integer, Part> first = new LinkedHashMap<>();
  private final List<Part> pixels = new ArrayList<>();
  private final List<Part> texts = new ArrayList<>();

  private PngChunks() {}

  /**
   * Walks through the whole file.
   *
   * @param all whether the sums of the pixels are checked too, for which they must be read
   * @throws IOException if it is truncated, a critical chunk is damaged or of an unknown type
   */
  public static PngChunks read(RandomAccessFile in, boolean all) throws IOException {
    PngChunks chunks = new PngChunks();
    byte[] buffer = new byte[1 << 16];
    long at = HEAD;
    int type;
    do {
      in.seek(at);
      FileCompleteness.require(in, at + FRAME);
      in.readFully(buffer, 0, 8);
      ByteBuffer head = ByteBuffer.wrap(buffer);
      long length = Integer.toUnsignedLong(head.getInt());
      type = head.getInt();
      FileCompleteness.require(in, at + length + FRAME);
      boolean sound = (!all && type == IDAT) || isSound(in, type, length, buffer);
      boolean critical = (type & ANCILLARY) == 0;
      if (critical && !sound) {
        throw new IOException("a check sum is wrong");
      }
      if (critical) {
        refuseUnknown(type);
      }
      if (sound) {
        chunks.add(type, new Part(at, length + FRAME));
      }
      at += length + FRAME;
    } while (type != IEND);
    return chunks;
  }

  private static boolean isSound(RandomAccessFile in, int type, long length, byte[] buffer)
      throws IOException {
    CRC32 sum = new CRC32();
    for (int shift = 24; shift >= 0; shift -= 8) {
      sum.update(type >>> shift);
    }
    for (long left = length; left > 0; left -= Math.min(left, buffer.length)) {
      int count = (int) Math.min(left, buffer.length);
      in.readFully(buffer, 0, count);
      sum.update(buffer, 0, count);
    }
    return in.readInt() == (int) sum.getValue();
  }

  private static void refuseUnknown(int type) {
    if (type == CGBI) {
      throw new UnsupportedOperationException("it is a PNG of Apple's own kind, made for iOS");
    }
    if (type != IHDR && type != PLTE && type != IDAT && type != IEND) {
      throw new UnsupportedOperationException("a chunk that it cannot do without is unknown");
    }
  }

  private void add(int type, Part part) throws IOException {
    if (TEXTS.contains(type) && texts.size() < MOST_TEXTS) {
      texts.add(part);
    }
    if (type != IDAT) {
      first.putIfAbsent(type, part);
      return;
    }
    int last = pixels.size() - 1;
    if (last >= 0 && pixels.get(last).at() + pixels.get(last).length() == part.at()) {
      Part run = pixels.get(last);
      pixels.set(last, new Part(run.at(), run.length() + part.length()));
    } else if (pixels.size() < MOST_RUNS) {
      pixels.add(part);
    } else {
      throw new IOException("its pixels are in too many pieces");
    }
  }

  /** Where the first sound chunk of a type stands, with its frame. */
  public Optional<Part> find(int type) {
    return Optional.ofNullable(first.get(type));
  }

  /** Where the chunks of the pixels stand: runs of them, in order. */
  public List<Part> pixels() {
    return pixels;
  }

  /** Where the sound chunks of texts stand, of more than a hundred the first. */
  public List<Part> texts() {
    return texts;
  }

  /** The data of the first sound chunk of a type; empty if there is none or it is longer. */
  public Optional<byte[]> data(RandomAccessFile in, int type, int longest) throws IOException {
    return data(in, first.get(type), longest);
  }

  /** The data of a chunk; empty if there is none or it is longer. */
  public Optional<byte[]> data(RandomAccessFile in, Part part, int longest) throws IOException {
    if (part == null || part.length() - FRAME > longest) {
      return Optional.empty();
    }
    byte[] data = new byte[(int) part.length() - FRAME];
    in.seek(part.at() + 8);
    in.readFully(data);
    return Optional.of(data);
  }

  /** What a chunk holds compressed from a place on; empty if it is damaged. */
  public static Optional<byte[]> inflated(byte[] data, int from, int longest) {
    ByteArrayInputStream packed = new ByteArrayInputStream(data, from, data.length - from);
    try (InflaterInputStream in = new InflaterInputStream(packed)) {
      return Optional.of(in.readNBytes(longest));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
