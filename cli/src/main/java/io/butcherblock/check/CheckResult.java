package io.butcherblock.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.device.Precision;
import io.butcherblock.throughput.MatrixProduct;
import io.butcherblock.throughput.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param pytorch what Python's PyTorch said of itself; empty if there was none
 * @param matrixRate of the device in FLOP/s, see {@link MatrixProduct}; empty before throughput
 * @param complete whether nothing is left to do
 */
public record CheckResult(
    Settings settings,
    Machine machine,
    Optional<JsonNode> pytorch,
    List<Comparison> parity,
    List<TrainingTrial> training,
    Map<Precision, Double> matrixRate,
    List<Measured> throughput,
    boolean complete) {

  /**
   * The part of the device's matrix rate that our networks reach at a workload; a planned one, with
   * fewer operations than counted, may reach more than 1.
   */
  public double shareOfMatrixRate(Measured measured) {
    return measured.flops() / matrixRate.getOrDefault(measured.workload().precision(), Double.NaN);
  }

  /** A sentence for each thing that is not right; none if all is. */
  public List<String> failures() {
    List<String> failures = new ArrayList<>();
    for (Comparison comparison : parity) {
      if (!comparison.passed()) {
        failures.add(
            String.format(
                Locale.ROOT,
                "%s (%s, %s) differs by %.2g, more than %.2g",
                comparison.subject(),
                comparison.what(),
                comparison.precision(),
                comparison.difference(),
                comparison.tolerance()));
      }
    }
    for (TrainingTrial trial : training) {
      if (!trial.passed()) {
        failures.add(
            "%s x%d trains wrongly in %s: losses %s, on the CPU %s"
                .formatted(
                    trial.network(),
                    trial.scale(),
                    trial.precision(),
                    trial.losses(),
                    trial.onCpu().isEmpty() ? "not run" : trial.onCpu()));
      }
    }
    for (Measured measured : throughput) {
      measured
          .ours()
          .failure()
          .ifPresent(why -> failures.add(measured.workload().name() + ": " + why));
    }
    return failures;
  }
}
