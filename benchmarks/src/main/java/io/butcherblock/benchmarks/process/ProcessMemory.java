package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of this process, in KiB. */
final class ProcessMemory {

  /** What is answered where the system does not tell. */
  static final long UNKNOWN = -1;

  static final String HIGH_WATER = "VmHWM";
  static final String RESIDENT = "VmRSS";

  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /** The most that it has had at once; {@link #UNKNOWN} on systems without {@code /proc}. */
  static long peak() {
    return of(HIGH_WATER, status());
  }

  /**
   * What it has now outside Java's heap, if that is in memory as a whole; {@link #UNKNOWN} on
   * systems without {@code /proc}.
   */
  static long outsideHeap() {
    long resident = of(RESIDENT, status());
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / 1024;
    return resident == UNKNOWN ? UNKNOWN : resident - heap;
  }

  private static List<String> status() {
    try {
      return Files.readAllLines(STATUS);
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  static long of(String field, List<String> status) {
    Pattern line = Pattern.compile(field + ":\\s*(\\d+) kB");
    return status.stream()
        .map(line::matcher)
        .filter(Matcher::matches)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
