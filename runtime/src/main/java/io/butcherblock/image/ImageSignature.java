package io.butcherblock.image;

import io.butcherblock.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Tells image files by how they begin, where their names do not. */
final class ImageSignature {

  private static final int LENGTH = 18;

  /** The sizes of the heads that a BMP may have; two letters alone begin much else. */
  private static final Set<Integer> BMP_HEADS = Set.of(12, 40, 52, 56, 64, 108, 124);

  private ImageSignature() {}

  /**
   * Whether a file begins as a PNG, JPEG, GIF, BMP or WebP file does. TIFF is not among them: the
   * raw files of cameras begin as it does.
   */
  static boolean isOfImage(Path file) {
    String start = start(file);
    return start.startsWith("\u0089PNG\r\n\u001a\n")
        || start.startsWith("\u00ff\u00d8\u00ff")
        || start.startsWith("GIF87a")
        || start.startsWith("GIF89a")
        || (start.startsWith("RIFF") && start.startsWith("WEBP", 8))
        || (start.startsWith("BM")
            && start.length() == LENGTH
            && BMP_HEADS.contains(start.charAt(14) | start.charAt(15) << 8));
  }

  /** Whether a file begins as a TIFF file does. */
  static boolean isOfTiff(Path file) {
    String start = start(file);
    return start.startsWith("II*\0") || start.startsWith("MM\0*");
  }

  private static String start(Path file) {
    try (InputStream in = RegularFile.stream(file)) {
      return new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // What cannot be read is named among what was left out.
      return "";
    }
  }
}
