package io.butcherblock.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where file systems are mounted, as Linux tells it (proc(5), {@code /proc/PID/mountinfo}). */
final class MountPoints {

  private static final Path TABLE = Path.of("/proc/self/mountinfo");

  /** Blanks, line ends and backslashes in names. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

  private static final int FIELD = 4;

  private MountPoints() {}

  /**
   * Whether a file is a mount point by itself, as {@code docker run -v FILE:FILE} makes one: it can
   * be written to, and no other file can be given its name.
   *
   * @param file no symbolic link
   */
  static boolean contain(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.isReadable(TABLE)
        // Names are bytes, not all of which are UTF-8.
        && contain(Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1), file.toRealPath());
  }

  static boolean contain(List<String> table, Path file) {
    String path =
        new String(file.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return table.stream()
        .map(line -> line.split(" ", -1))
        .filter(fields -> fields.length > FIELD)
        .anyMatch(fields -> name(fields[FIELD]).equals(path));
  }

  private static String name(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 8))));
  }
}
