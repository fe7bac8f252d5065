package io.butcherblock.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What a camera noted about a photograph: a block of TIFF's form, without pixels. */
public final class Exif {

  public static final int ORIENTATION = 0x112;

  public static final int MAKER_NOTES_TAG = 0x927c;

  /** What it is called where it is lost. */
  public static final String MAKER_NOTES = "the camera maker's notes in EXIF";

  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int MAIN_WIDTH = 0x100;
  private static final int MAIN_HEIGHT = 0x101;
  private static final int THUMBNAIL = 0x201;
  private static final int THUMBNAIL_LENGTH = 0x202;
  private static final int WIDTH = 0xa002;
  private static final int HEIGHT = 0xa003;

  private final byte[] block;

  Exif(byte[] block) {
    this.block = block;
  }

  /** What a file holds of it; empty if that is damaged. A lead-in that JPEG needs is left out. */
  public static Optional<Exif> of(byte[] data) {
    boolean led = data.length >= 6 && data[0] == 'E' && data[1] == 'x' && data[5] == 0;
    Exif exif = new Exif(led ? java.util.Arrays.copyOfRange(data, 6, data.length) : data);
    return exif.main().isPresent() ? Optional.of(exif) : Optional.empty();
  }

  private ImageInputStream open() {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(block));
  }

  /** The first directory; empty if the block is damaged. */
  Optional<Ifd> main() {
    return directories().stream().findFirst();
  }

  /** The first directory, and that of the small picture, if there is one. */
  private List<Ifd> directories() {
    try {
      return Ifd.all(open());
    } catch (IOException e) {
      return List.of();
    }
  }

  public boolean hasMakerNotes() {
    try {
      Optional<Ifd> main = main();
      Optional<Ifd> exif = main.isPresent() ? main.get().below(EXIF_DIRECTORY) : main;
      return exif.isPresent() && exif.get().entry(MAKER_NOTES_TAG).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** 1 (upright) to 8, as the standard numbers them. */
  public int orientation() {
    try {
      return main().isPresent() ? (int) main().get().number(ORIENTATION, 1) : 1;
    } catch (IOException e) {
      return 1;
    }
  }

  public Optional<Resolution> resolution() {
    try {
      return main().isPresent() ? main().get().resolution() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The block for an image made of this one: upright, of another size, and without the small
   * picture of the old one. All else stays where it is, so that a maker's own notes stay whole.
   */
  public byte[] ofUpright(int width, int height) {
    byte[] changed = block.clone();
    try {
      List<Ifd> all = directories();
      Optional<Ifd> main = all.stream().findFirst();
      if (main.isPresent()) {
        ByteBuffer bytes = ByteBuffer.wrap(changed);
        bytes.order(changed[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        set(bytes, main.get(), ORIENTATION, 1);
        set(bytes, main.get(), MAIN_WIDTH, width);
        set(bytes, main.get(), MAIN_HEIGHT, height);
        bytes.putInt(Math.toIntExact(main.get().nextAt()), 0);
        Optional<Ifd> exif = main.get().below(EXIF_DIRECTORY);
        if (exif.isPresent()) {
          set(bytes, exif.get(), WIDTH, width);
          set(bytes, exif.get(), HEIGHT, height);
        }
        if (all.size() > 1) {
          changed = withoutThumbnail(changed, all.get(1));
        }
        if (isTurned(main.get())) {
          // Last, for it can fail: the fractions stand elsewhere.
          exchange(
              ByteBuffer.wrap(changed),
              main.get().entry(Ifd.X_RESOLUTION),
              main.get().entry(Ifd.Y_RESOLUTION));
        }
      }
    } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
      // A part that cannot be read cannot be misread either.
      return changed;
    }
    return changed;
  }

  /** Nothing points to the small picture any more: its bytes go, or become 0 if others follow. */
  private static byte[] withoutThumbnail(byte[] block, Ifd directory) throws IOException {
    int at = Math.toIntExact(directory.number(THUMBNAIL, 0));
    int end = at + Math.toIntExact(directory.number(THUMBNAIL_LENGTH, 0));
    if (at < 8 || end < at || end > block.length) {
      return block;
    }
    if (end == block.length) {
      return java.util.Arrays.copyOf(block, at);
    }
    java.util.Arrays.fill(block, at, end, (byte) 0);
    return block;
  }

  /** Whether the picture of a directory lies on its side. */
  static boolean isTurned(Ifd picture) throws IOException {
    long orientation = picture.number(ORIENTATION, 1);
    return orientation >= 5 && orientation <= 8;
  }

  /** Exchanges two fractions. */
  private static void exchange(
      ByteBuffer bytes, Optional<Ifd.Entry> first, Optional<Ifd.Entry> second) {
    if (first.filter(Ifd.Entry::isFraction).isPresent()
        && second.filter(Ifd.Entry::isFraction).isPresent()) {
      int one = Math.toIntExact(first.get().at());
      int other = Math.toIntExact(second.get().at());
      long kept = bytes.getLong(one);
      bytes.putLong(one, bytes.getLong(other)).putLong(other, kept);
    }
  }

  private static void set(ByteBuffer bytes, Ifd ifd, int tag, int value) {
    Optional<Ifd.Entry> entry = ifd.entry(tag);
    if (entry.isPresent() && entry.get().count() == 1) {
      int at = Math.toIntExact(entry.get().at());
      if (entry.get().type() == 3) {
        bytes.putShort(at, (short) Math.min(value, 0xffff));
      } else if (entry.get().type() == 4) {
        bytes.putInt(at, value);
      }
    }
  }
}
