package io.butcherblock.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/**
 * An image file directory of TIFF 6.0 or BigTIFF: numbered entries, of which EXIF is made, too.
 *
 * <p>Values are read when they are asked for, so that a directory costs the same whatever its
 * entries claim to hold.
 */
public final class Ifd {

  static final int X_RESOLUTION = 282;
  static final int Y_RESOLUTION = 283;

  /** More pages than are worth counting. */
  private static final int MOST = 10_000;

  private static final int MOST_ENTRIES = 4096;

  /** Of all pages together, which may lie over one another in a short file. */
  private static final int MOST_OF_ALL = 1 << 19;

  /** Bytes of a value of type 0, 1, 2 ... 18. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /** An entry's type, its number of values and where the first of them stands. */
  public record Entry(int type, long count, long at) {

    /** Whether it is one fraction. */
    boolean isFraction() {
      return type == 5 && count == 1;
    }
  }

  /** The bytes of an entry's values, in the order of the directory. */
  // An array in a record: values are passed on and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Value(int type, long count, byte[] bytes) {}

  private final ImageInputStream in;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private long nextAt;
  private long next;

  private Ifd(ImageInputStream in) {
    this.in = in;
  }

  /** The directories of a file, which are its pages, in their order; empty if it is no TIFF. */
  static List<Ifd> all(ImageInputStream in) throws IOException {
    in.seek(0);
    int order = in.readUnsignedShort();
    if (order != 0x4949 && order != 0x4d4d) {
      return List.of();
    }
    in.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int version = in.readUnsignedShort();
    boolean big = version == 43;
    if (version != 42 && !big) {
      return List.of();
    }
    if (big) {
      in.readInt();
    }
    List<Ifd> all = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long at = big ? in.readLong() : in.readUnsignedInt();
    int entries = 0;
    while (at > 0 && seen.add(at) && all.size() < MOST && entries < MOST_OF_ALL) {
      try {
        Ifd ifd = read(in, at, big);
        entries += ifd.entries.size();
        all.add(ifd);
      } catch (IOException e) {
        if (all.isEmpty()) {
          throw e;
        }
        break; // A damaged chain ends here; the pages before it are whole.
      }
      at = all.get(all.size() - 1).next;
    }
    return all;
  }

  private static Ifd read(ImageInputStream in, long at, boolean big) throws IOException {
    Ifd ifd = new Ifd(in);
    in.seek(at);
    long count = big ? in.readLong() : in.readUnsignedShort();
    if (count < 0 || count > MOST_ENTRIES) {
      throw new IOException("a directory of " + count + " entries");
    }
    for (long i = 0; i < count; i++) {
      int tag = in.readUnsignedShort();
      int type = in.readUnsignedShort();
      long values = big ? in.readLong() : in.readUnsignedInt();
      long inline = in.getStreamPosition();
      int room = big ? 8 : 4;
      long where = big ? in.readLong() : in.readUnsignedInt();
      if (type > 0 && type < SIZES.length && SIZES[type] > 0 && values >= 0) {
        boolean fits = values <= room / SIZES[type];
        ifd.entries.putIfAbsent(tag, new Entry(type, values, fits ? inline : where));
      }
    }
    ifd.nextAt = in.getStreamPosition();
    ifd.next = big ? in.readLong() : in.readUnsignedInt();
    return ifd;
  }

  /** The directory that an entry points to, such as that of the EXIF values. */
  public Optional<Ifd> below(int tag) throws IOException {
    OptionalLong at = number(tag);
    return at.isPresent() ? Optional.of(read(in, at.getAsLong(), false)) : Optional.empty();
  }

  /** The order of the bytes of all values. */
  ByteOrder order() {
    return in.getByteOrder();
  }

  /** All values whose bytes are no more than {@code longest} and of types of TIFF 6.0, by tag. */
  Map<Integer, Value> values(int longest) throws IOException {
    Map<Integer, Value> values = new TreeMap<>();
    for (Map.Entry<Integer, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      if (entry.type() <= 13 && entry.count() > 0 && entry.count() <= longest) {
        byte[] bytes = new byte[Math.toIntExact(entry.count() * SIZES[entry.type()])];
        in.seek(entry.at());
        in.readFully(bytes);
        values.put(each.getKey(), new Value(entry.type(), entry.count(), bytes));
      }
    }
    return values;
  }

  /** Where the offset of the next directory stands. */
  long nextAt() {
    return nextAt;
  }

  public Optional<Entry> entry(int tag) {
    return Optional.ofNullable(entries.get(tag));
  }

  /** The first value of an entry of integers. */
  public OptionalLong number(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.count() < 1) {
      return OptionalLong.empty();
    }
    in.seek(entry.at());
    return switch (entry.type()) {
      case 1 -> OptionalLong.of(in.readUnsignedByte());
      case 3 -> OptionalLong.of(in.readUnsignedShort());
      case 4, 13 -> OptionalLong.of(in.readUnsignedInt());
      case 16, 18 -> OptionalLong.of(in.readLong());
      default -> OptionalLong.empty();
    };
  }

  public long number(int tag, long otherwise) throws IOException {
    return number(tag).orElse(otherwise);
  }

  /** The first value of an entry of fractions. */
  OptionalDouble fraction(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.type() != 5 || entry.count() < 1) {
      return OptionalDouble.empty();
    }
    in.seek(entry.at());
    double numerator = in.readUnsignedInt();
    double denominator = in.readUnsignedInt();
    return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
  }

  /** The bytes of an entry; empty if its values are none, or more than {@code longest}. */
  public Optional<byte[]> bytes(int tag, int longest) throws IOException {
    return entry(tag).filter(entry -> SIZES[entry.type()] == 1).isPresent()
        ? anyBytes(tag, longest)
        : Optional.empty();
  }

  /** The bytes of an entry as they stand, whatever type it has. */
  public Optional<byte[]> anyBytes(int tag, int longest) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.count() > longest / SIZES[entry.type()]) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(int) entry.count() * SIZES[entry.type()]];
    in.seek(entry.at());
    in.readFully(bytes);
    return Optional.of(bytes);
  }

  /** The resolution that the directory names. */
  public Optional<Resolution> resolution() throws IOException {
    OptionalDouble x = fraction(X_RESOLUTION);
    OptionalDouble y = fraction(Y_RESOLUTION);
    long unit = number(296, 2);
    return x.isPresent() && y.isPresent() && (unit == 2 || unit == 3)
        ? Resolution.of(x.getAsDouble(), y.getAsDouble(), unit == 2 ? 1 : 2.54)
        : Optional.empty();
  }
}
