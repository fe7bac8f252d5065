package io.butcherblock.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run took place, and how busy it was.
 *
 * @param cpu the model as the system names it; {@code unknown} where it does not
 * @param processors what Java may use
 * @param loadAverage processes that ran or waited in the last minute; negative where unknown
 */
public record Machine(
    String system,
    String architecture,
    String cpu,
    int processors,
    String jdk,
    List<String> options,
    double loadAverage) {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  public static Machine now() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String cpuModel() {
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: *", ""))
          .findFirst()
          .orElse("unknown");
    } catch (IOException notLinux) {
      return "unknown";
    }
  }
}
