package io.butcherblock.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds names that are one to a file system though they differ: in upper and lower case, as on
 * macOS and Windows, or in how accents are encoded.
 */
final class SameNames {

  /** A file that is to be written, and what it is made of. */
  private record Named(Path place, Path source) {}

  private final Map<String, Named> byFoldedName = new HashMap<>();

  /**
   * Adds a file that is not there yet.
   *
   * @return the source of an earlier file that would be the same; null if there is none
   */
  Path add(Path file, Path source) {
    try {
      Path place = FilePlace.real(file);
      Named other = byFoldedName.putIfAbsent(folded(place), new Named(place, source));
      return other != null && !other.place.equals(place) && isOneFile(other.place, place)
          ? other.source
          : null;
    } catch (IOException e) {
      // Who writes it will be told.
      return null;
    }
  }

  private static String folded(Path place) {
    String plain = Normalizer.normalize(place.toString(), Normalizer.Form.NFC);
    // Twice, for there are letters with two forms in lower case.
    return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Tries it out, in a folder of its own. */
  private static boolean isOneFile(Path one, Path other) throws IOException {
    Path folder = one.getParent();
    if (!folder.equals(other.getParent())) {
      return isOneFile(folder, other.getParent());
    }
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return true;
    }
    Path trial = Files.createTempDirectory(folder, ".butcherblock");
    Path file = trial.resolve(one.getFileName());
    try {
      Files.createFile(file);
      return Files.exists(trial.resolve(other.getFileName()));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(trial);
    }
  }
}
