package io.butcherblock.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes directories of TIFF's form as a block of their own, which is what EXIF is.
 *
 * <p>Each value is given as its bytes, in the byte order of the block.
 */
public final class IfdBlock {

  private static final int RATIONAL = 5;
  private static final int LONG = 4;
  private static final int SHORT = 3;
  private static final long PART = 1000;

  private final ByteOrder order;
  private final SortedMap<Integer, Ifd.Value> main = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<Integer, Ifd.Value>> below = new TreeMap<>();

  IfdBlock(ByteOrder order) {
    this.order = order;
  }

  /** A block that says the resolution and nothing else. */
  public static byte[] ofResolution(Resolution dots) {
    IfdBlock block = new IfdBlock(ByteOrder.LITTLE_ENDIAN);
    block.add(dots);
    return block.bytes();
  }

  private void add(Resolution dots) {
    add(282, fraction(dots.x()));
    add(283, fraction(dots.y()));
    byte[] inch = ByteBuffer.allocate(2).order(order).putShort((short) 2).array();
    add(296, new Ifd.Value(SHORT, 1, inch));
  }

  /**
   * A block of EXIF that says the resolution, too. Its first directory is written anew behind all
   * else, which stays where it is, so that a maker's own notes stay whole.
   *
   * @return {@code block} itself if it says one, or there is none to say
   */
  public static byte[] withResolution(byte[] block, Optional<Resolution> dots) {
    Optional<Ifd> first = new Exif(block).main();
    if (dots.isEmpty() || first.isEmpty() || new Exif(block).resolution().isPresent()) {
      return block;
    }
    try {
      IfdBlock added = new IfdBlock(first.get().order());
      first.get().values(block.length).forEach(added::add);
      added.add(dots.get());
      ByteBuffer all = ByteBuffer.allocate(block.length + block.length % 2 + length(added.main));
      all.order(added.order).put(block).putInt(4, block.length + block.length % 2);
      put(all.position(block.length + block.length % 2), added.main);
      return all.array();
    } catch (IOException e) {
      return block;
    }
  }

  private Ifd.Value fraction(double value) {
    return new Ifd.Value(
        RATIONAL,
        1,
        ByteBuffer.allocate(8)
            .order(order)
            .putInt((int) Math.round(value * PART))
            .putInt((int) PART)
            .array());
  }

  /** Adds a value to the first directory. */
  void add(int tag, Ifd.Value value) {
    main.put(tag, value);
  }

  /** Adds a directory to which a tag of the first one points. */
  void add(int tag, Map<Integer, Ifd.Value> directory) {
    below.put(tag, new TreeMap<>(directory));
  }

  byte[] bytes() {
    SortedMap<Integer, Ifd.Value> first = new TreeMap<>(main);
    below.keySet().forEach(tag -> first.put(tag, new Ifd.Value(LONG, 1, new byte[4])));
    int at = 8 + length(first);
    for (Map.Entry<Integer, SortedMap<Integer, Ifd.Value>> each : below.entrySet()) {
      byte[] pointer = ByteBuffer.allocate(4).order(order).putInt(at).array();
      first.put(each.getKey(), new Ifd.Value(LONG, 1, pointer));
      at += length(each.getValue());
    }
    ByteBuffer all = ByteBuffer.allocate(at).order(order);
    all.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
    all.putShort((short) 42).putInt(8);
    put(all, first);
    below.values().forEach(directory -> put(all, directory));
    return all.array();
  }

  /**
   * The bytes of a directory with the values that do not fit its entries, each at an even place.
   */
  private static int length(SortedMap<Integer, Ifd.Value> directory) {
    int length = 2 + 12 * directory.size() + 4;
    for (Ifd.Value value : directory.values()) {
      length += outside(value);
    }
    return length;
  }

  private static int outside(Ifd.Value value) {
    int bytes = value.bytes().length;
    return bytes <= 4 ? 0 : bytes + bytes % 2;
  }

  private static void put(ByteBuffer all, SortedMap<Integer, Ifd.Value> directory) {
    int next = all.position() + 2 + 12 * directory.size() + 4;
    all.putShort((short) directory.size());
    for (Map.Entry<Integer, Ifd.Value> entry : directory.entrySet()) {
      Ifd.Value value = entry.getValue();
      all.putShort(entry.getKey().shortValue()).putShort((short) value.type());
      all.putInt((int) value.count());
      if (outside(value) == 0) {
        all.put(java.util.Arrays.copyOf(value.bytes(), 4));
      } else {
        all.putInt(next);
        all.duplicate().position(next).put(value.bytes());
        next += outside(value);
      }
    }
    all.putInt(0).position(next);
  }
}
