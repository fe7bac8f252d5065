package io.butcherblock.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where libwebp is unpacked before it is loaded: a folder that may hold programs, which a mounted
 * {@code /tmp} need not be. The reader tries one place only, once, and prints a stack trace.
 */
final class WebpLibrary {

  /** The reader's own setting. */
  private static final String FOLDER = "com.luciad.imageio.webp.tmpdir";

  private static boolean placed;

  private WebpLibrary() {}

  /**
   * Chooses the folder, the first time.
   *
   * @throws UnsupportedOperationException if there is none
   */
  static synchronized void place() {
    if (placed) {
      return;
    }
    List<String> folders =
        Stream.of(
                System.getProperty(FOLDER),
                System.getProperty("java.io.tmpdir"),
                System.getProperty("org.bytedeco.javacpp.cachedir"),
                System.getProperty("user.home") + "/.javacpp/cache",
                System.getProperty("user.home"))
            .filter(Objects::nonNull)
            .toList();
    String folder =
        folders.stream()
            .filter(each -> mayHoldPrograms(Path.of(each)))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "libwebp cannot be unpacked, for neither "
                            + folders.get(0)
                            + " nor the home folder may hold programs"));
    System.setProperty(FOLDER, folder);
    placed = true;
  }

  /** A file there can be made executable, which a file system mounted without that refuses. */
  static boolean mayHoldPrograms(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "webp", ".tmp");
      try {
        File program = file.toFile();
        return program.setExecutable(true) && Files.isExecutable(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
