package io.butcherblock.benchmarks.soak;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes samples of this process, on Linux. */
final class ProcessState {

  private static final Path PROCESS = Path.of("/proc/self");
  private static final double MIB = 1 << 20;
  private static final double KIB_IN_MIB = 1 << 10;

  private final long begun = System.nanoTime();
  private final List<Path> written;

  /**
   * Begins the count of seconds.
   *
   * @param written folders that the work writes to, where files have temporary names at first
   */
  ProcessState(Path... written) {
    this.written = List.of(written);
  }

  /**
   * The state now.
   *
   * @param done steps or images so far
   */
  Sample sample(long done) throws IOException {
    return new Sample(
        (System.nanoTime() - begun) / 1e9,
        done,
        status("VmRSS") / KIB_IN_MIB,
        heap(),
        status("Threads"),
        // One of them is that of the listing itself.
        count(PROCESS.resolve("fd")) - 1,
        temporaryFiles());
  }

  private static long status(String field) throws IOException {
    return Files.readAllLines(PROCESS.resolve("status")).stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /** What the last collection left; 0 before the first. */
  private static double heap() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
            .map(GarbageCollectorMXBean::getLastGcInfo)
            .filter(Objects::nonNull)
            .max(Comparator.comparingLong(GcInfo::getEndTime))
            .map(ProcessState::left)
            .orElse(0L)
        / MIB;
  }

  private static long left(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        // Compiled code and classes are no objects.
        .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
        .map(Map.Entry::getValue)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  private long temporaryFiles() throws IOException {
    long files = count(Path.of(System.getProperty("java.io.tmpdir")));
    for (Path folder : written.stream().filter(Files::isDirectory).toList()) {
      try (Stream<Path> entries = Files.list(folder)) {
        files += entries.filter(entry -> entry.toString().endsWith(".part")).count();
      }
    }
    return files;
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
