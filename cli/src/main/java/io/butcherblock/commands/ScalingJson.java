package io.butcherblock.commands;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.throughput.ScalingEstimate;
import java.util.Arrays;
import java.util.List;

/** What {@code scaling} estimates of a network; rates per second, efficiencies from 0 to 1. */
@JsonNaming(SnakeCaseStrategy.class)
record ScalingJson(
    String network,
    long parameters,
    double flops,
    double bitsPerSecond,
    double flopPerStep,
    double computeToCommunication,
    List<Efficiency> efficiencies) {

  static ScalingJson of(String network, ScalingEstimate estimate, int... processes) {
    return new ScalingJson(
        network,
        estimate.parameters(),
        estimate.flops(),
        estimate.bitsPerSecond(),
        estimate.flopPerStep(),
        estimate.computeToCommunication(),
        Arrays.stream(processes).mapToObj(each -> Efficiency.of(estimate, each)).toList());
  }

  /** That of some GPUs. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Efficiency(int gpus, double bytesSent, double withoutOverlap, double withOverlap) {

    static Efficiency of(ScalingEstimate estimate, int gpus) {
      return new Efficiency(
          gpus,
          estimate.bytesSent(gpus),
          estimate.efficiency(gpus, false),
          estimate.efficiency(gpus, true));
    }
  }
}
