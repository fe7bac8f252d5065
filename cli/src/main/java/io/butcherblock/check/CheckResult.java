package io.butcherblock.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.device.Precision;
import io.butcherblock.names.Counted;
import io.butcherblock.throughput.MatrixProduct;
import io.butcherblock.throughput.MatrixRate;
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
 * @param gradients of the networks' convolutions
 * @param matrixRate of the device, see {@link MatrixProduct}; empty before throughput
 * @param complete whether nothing is left to do
 */
public record CheckResult(
    Settings settings,
    Machine machine,
    Optional<JsonNode> pytorch,
    List<Comparison> parity,
    List<GradientTrial> gradients,
    List<TrainingTrial> training,
    Map<Precision, MatrixRate> matrixRate,
    List<Measured> throughput,
    boolean complete) {

  /**
   * The part of the device's matrix rate that our networks reach at a workload; a planned one, with
   * fewer operations than counted, may reach more than 1.
   */
  public double shareOfMatrixRate(Measured measured) {
    MatrixRate rate = matrixRate.get(measured.workload().precision());
    return rate == null ? Double.NaN : measured.flops() / rate.best();
  }

  /**
   * A sentence on what is wrong with this machine's LibTorch but not used here; empty if nothing
   * is.
   */
  public Optional<String> remark() {
    return gradients.stream()
        .filter(trial -> !trial.isUsed() && !trial.passed())
        .findFirst()
        .map(
            trial ->
                "LibTorch's gradients of convolutions in NCHW are wrong on this machine: those of "
                    + trial.convolution()
                    + " are. Nothing here takes gradients in this layout; in programs of your own,"
                    + " take them channels_last.");
  }

  /** Sentences on what to think of the throughput; none if it needs none. */
  public List<String> remarksOnThroughput() {
    return ThroughputRemarks.of(this);
  }

  /** A sentence on all of it: whether everything agrees that was compared, or how much does not. */
  public String conclusion() {
    int gradientsInUse = (int) gradients.stream().filter(GradientTrial::isUsed).count();
    int compared = parity.size() + gradientsInUse + training.size();
    int wrong = failures().size();
    if (wrong > 0) {
      return "%s%s of %s results %s wrong."
          .formatted(
              complete ? "" : "So far ",
              wrong,
              compared + throughput.size(),
              wrong == 1 ? "is" : "are");
    }
    if (compared == 0) {
      return complete ? "No results were compared." : "So far no results were compared.";
    }
    return "%s agrees: outputs in %s, gradients in %s, losses in %s."
        .formatted(
            complete ? "Everything" : "So far everything",
            Counted.of(parity.size(), "comparison"),
            gradientsInUse,
            training.size());
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
    for (GradientTrial trial : gradients) {
      if (trial.isUsed() && !trial.passed()) {
        failures.add(
            String.format(
                Locale.ROOT,
                "%s gradients are wrong on this machine: those of the convolution %s, %s, %s,"
                    + " differ from float64 by %.2g (input), %.2g (weights) and %.2g (bias) of the"
                    + " largest value; train %s",
                trial.layout() == GradientTrial.Layout.WINOGRAD ? "oneDNN's" : "LibTorch's",
                trial.convolution(),
                trial.layout(),
                trial.precision(),
                trial.ofInput(),
                trial.ofWeight(),
                trial.ofBias(),
                trial.precision() == Precision.BF16 ? "in fp32" : "on another machine"));
      }
    }
    for (TrainingTrial trial : training) {
      if (!trial.passed()) {
        failures.add(
            "%s x%s trains wrongly in %s: losses %s, on the CPU %s"
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
