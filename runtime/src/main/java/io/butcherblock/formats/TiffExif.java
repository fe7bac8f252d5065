package io.butcherblock.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.plugins.tiff.ExifGPSTagSet;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;

/** EXIF in TIFF files: in a directory of its own, and among the tags of the picture's. */
public final class TiffExif {

  public static final int EXIF = ExifParentTIFFTagSet.TAG_EXIF_IFD_POINTER;
  static final int GPS = ExifParentTIFFTagSet.TAG_GPS_INFO_IFD_POINTER;

  /**
   * What of the picture's directory says who made it, when and with what: description, maker,
   * model, software, time, artist, computer, copyright, and Windows' title to subject.
   */
  private static final List<Integer> MAIN =
      List.of(270, 271, 272, 305, 306, 315, 316, 33432, 40091, 40092, 40093, 40094, 40095);

  /**
   * Of these, what is of a photograph or somebody's work: maker, artist, copyright, Windows' title
   * to subject. The others many programs write of themselves, and descriptions of the pixels.
   */
  private static final List<Integer> TELLING =
      List.of(271, 315, 33432, 40091, 40092, 40093, 40094, 40095);

  /** X, y and their unit, which a picture's directory has in any case. */
  private static final List<Integer> RESOLUTION = List.of(Ifd.X_RESOLUTION, Ifd.Y_RESOLUTION, 296);

  private static final int LONGEST = 1 << 16;

  private TiffExif() {}

  /** A page's EXIF as a block; empty if there is none. */
  public static Optional<Exif> of(Ifd page) throws IOException {
    Map<Integer, Ifd.Value> main = page.values(LONGEST);
    Optional<Ifd> exif = page.below(EXIF);
    Optional<Ifd> gps = page.below(GPS);
    if (exif.isEmpty() && gps.isEmpty() && Collections.disjoint(main.keySet(), TELLING)) {
      return Optional.empty();
    }
    IfdBlock block = new IfdBlock(page.order());
    for (List<Integer> tags : List.of(MAIN, RESOLUTION)) {
      for (int tag : tags) {
        if (main.containsKey(tag)) {
          block.add(tag, main.get(tag));
        }
      }
    }
    if (Exif.isTurned(page) && main.keySet().containsAll(RESOLUTION.subList(0, 2))) {
      // The block has no orientation: it is that of the upright picture.
      block.add(Ifd.X_RESOLUTION, main.get(Ifd.Y_RESOLUTION));
      block.add(Ifd.Y_RESOLUTION, main.get(Ifd.X_RESOLUTION));
    }
    if (exif.isPresent()) {
      block.add(EXIF, withoutPlaces(exif.get()));
    }
    if (gps.isPresent()) {
      block.add(GPS, gps.get().values(LONGEST));
    }
    return Exif.of(block.bytes());
  }

  /** Without what points to a place in the file. */
  private static Map<Integer, Ifd.Value> withoutPlaces(Ifd exif) throws IOException {
    Map<Integer, Ifd.Value> values = exif.values(LONGEST);
    values.remove(Exif.MAKER_NOTES_TAG);
    values.remove(ExifTIFFTagSet.TAG_INTEROPERABILITY_IFD_POINTER);
    return values;
  }

  /** Adds EXIF to the directory that an image of this size is written with. */
  public static void add(TIFFDirectory to, Exif exif, int width, int height) {
    try {
      Optional<Ifd> block = Exif.of(exif.ofUpright(width, height)).flatMap(Exif::main);
      if (block.isEmpty()) {
        return;
      }
      Map<Integer, Ifd.Value> main = block.get().values(LONGEST);
      for (int tag : MAIN) {
        if (main.containsKey(tag)) {
          to.addTIFFField(field(tag, main.get(tag), block.get().order()));
        }
      }
      Optional<Ifd> below = block.get().below(EXIF);
      if (below.isPresent()) {
        add(
            to,
            EXIF,
            ExifTIFFTagSet.getInstance(),
            withoutPlaces(below.get()),
            below.get().order());
      }
      Optional<Ifd> gps = block.get().below(GPS);
      if (gps.isPresent()) {
        add(to, GPS, ExifGPSTagSet.getInstance(), gps.get().values(LONGEST), gps.get().order());
      }
    } catch (IOException | IllegalArgumentException e) {
      // A part that cannot be read cannot be written; the pixels can.
      return;
    }
  }

  private static void add(
      TIFFDirectory to, int tag, TIFFTagSet tags, Map<Integer, Ifd.Value> values, ByteOrder order) {
    TIFFTag pointer = ExifParentTIFFTagSet.getInstance().getTag(tag);
    TIFFDirectory directory = new TIFFDirectory(new TIFFTagSet[] {tags}, pointer);
    values.forEach((number, value) -> directory.addTIFFField(field(number, value, order)));
    // Where it will stand is not known yet; it must only be a place.
    to.addTIFFField(new TIFFField(pointer, TIFFTag.TIFF_LONG, 1L, directory));
  }

  private static TIFFField field(int tag, Ifd.Value value, ByteOrder order) {
    int count = (int) value.count();
    ByteBuffer bytes = ByteBuffer.wrap(value.bytes()).order(order);
    TIFFTag any = new TIFFTag("tag " + tag, tag, 1 << value.type());
    return value.type() == TIFFTag.TIFF_ASCII
        ? text(any, value.bytes())
        : new TIFFField(any, value.type(), count, values(value.type(), count, bytes));
  }

  private static TIFFField text(TIFFTag tag, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    String[] one = {end < 0 ? text : text.substring(0, end)};
    return new TIFFField(tag, TIFFTag.TIFF_ASCII, 1, one);
  }

  /** The values of a type in the form that a field takes. */
  private static Object values(int type, int count, ByteBuffer bytes) {
    Object values = TIFFField.createArrayForType(type, count);
    for (int i = 0; i < count; i++) {
      switch (type) {
        case TIFFTag.TIFF_BYTE, TIFFTag.TIFF_SBYTE, TIFFTag.TIFF_UNDEFINED ->
            ((byte[]) values)[i] = bytes.get();
        case TIFFTag.TIFF_SHORT -> ((char[]) values)[i] = bytes.getChar();
        case TIFFTag.TIFF_SSHORT -> ((short[]) values)[i] = bytes.getShort();
        case TIFFTag.TIFF_LONG, TIFFTag.TIFF_IFD_POINTER ->
            ((long[]) values)[i] = Integer.toUnsignedLong(bytes.getInt());
        case TIFFTag.TIFF_SLONG -> ((int[]) values)[i] = bytes.getInt();
        case TIFFTag.TIFF_RATIONAL ->
            ((long[][]) values)[i] =
                new long[] {
                  Integer.toUnsignedLong(bytes.getInt()), Integer.toUnsignedLong(bytes.getInt())
                };
        case TIFFTag.TIFF_SRATIONAL ->
            ((int[][]) values)[i] = new int[] {bytes.getInt(), bytes.getInt()};
        case TIFFTag.TIFF_FLOAT -> ((float[]) values)[i] = bytes.getFloat();
        case TIFFTag.TIFF_DOUBLE -> ((double[]) values)[i] = bytes.getDouble();
        default -> throw new IllegalArgumentException("a value of type " + type);
      }
    }
    return values;
  }
}
