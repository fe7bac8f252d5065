package io.butcherblock.benchmarks.report;

import io.butcherblock.measure.Host;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Where a run took place, and how busy it was.
 *
 * @param options of this Java process
 * @param loadAverage processes that ran or waited in the last minute; negative where unknown
 */
public record MachineState(Host host, List<String> options, double loadAverage) {

  /** As it is now. */
  public static MachineState now() {
    return new MachineState(
        Host.current(),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
