package io.butcherblock.benchmarks.measure;

import io.butcherblock.check.Processor;
import java.lang.management.ManagementFactory;
import java.util.List;

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

  public static Machine now() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Processor.model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
