package io.butcherblock.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Where a run took place, and how busy it was.
 *
 * @param processors what Java may use
 * @param loadAverage processes that ran or waited in the last minute; negative where unknown
 */
record Machine(
    String system,
    String architecture,
    int processors,
    String jdk,
    List<String> options,
    double loadAverage) {

  static Machine now() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
