package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that this process has had at once. */
final class PeakMemory {

  /** What is answered where the system does not tell. */
  static final long UNKNOWN = -1;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  private PeakMemory() {}

  /** In KiB; {@link #UNKNOWN} on systems without {@code /proc}. */
  static long kibibytes() {
    try {
      return of(Files.readAllLines(STATUS));
    } catch (IOException notLinux) {
      return UNKNOWN;
    }
  }

  static long of(List<String> status) {
    return status.stream()
        .map(HIGH_WATER::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
