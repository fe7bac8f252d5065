package io.butcherblock.check;

import io.butcherblock.check.Comparison.Unit;
import io.butcherblock.data.Batch;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.throughput.NoiseBatch;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/**
 * Some steps of training on one small batch.
 *
 * @param losses before each step, on the device
 * @param onCpu the same on the CPU; empty if that is the device
 */
public record TrainingTrial(
    String network, int scale, Precision precision, List<Double> losses, List<Double> onCpu) {

  private static final int STEPS = 3;
  private static final int PATCHES = 2;
  private static final int SIDE = 16;
  private static final long SEED = 1;

  /** Trains on a device, in these precisions of it, and on the CPU in float32. */
  static List<TrainingTrial> on(
      NetworkSpec spec, int scale, Device device, List<Precision> precisions) {
    List<Double> expected;
    try (Device cpu = LibTorch.cpu()) {
      expected = losses(spec, scale, cpu, Precision.FP32);
    }
    if (device.is_cpu()) {
      return List.of(new TrainingTrial(spec.name(), scale, Precision.FP32, expected, List.of()));
    }
    List<TrainingTrial> trials = new ArrayList<>();
    for (Precision precision : precisions) {
      trials.add(
          new TrainingTrial(
              spec.name(), scale, precision, losses(spec, scale, device, precision), expected));
    }
    return trials;
  }

  private static List<Double> losses(
      NetworkSpec spec, int scale, Device device, Precision precision) {
    Batch batch = NoiseBatch.of(PATCHES, SIDE, scale);
    List<Double> losses = new ArrayList<>();
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, SEED, device);
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      network.use(precision);
      for (int i = 0; i < STEPS; i++) {
        losses.add(step.run(batch, AdamSettings.PAPER.learningRate()));
      }
    }
    return losses;
  }

  /** The losses held against the CPU's; absent if that is the device. */
  public Optional<Comparison> comparison() {
    return onCpu.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Comparison(
                network + " x" + scale,
                "losses on cuda, on cpu",
                precision,
                Unit.RELATIVE,
                Differences.relative(onCpu, losses),
                Precisions.toleranceOfLosses(precision)));
  }

  /** Whether all losses are numbers, each below the one before, and the CPU agrees. */
  public boolean passed() {
    double before = Double.POSITIVE_INFINITY;
    for (double loss : losses) {
      // Not the negation of "at least": NaN is no fall either.
      if (!(loss < before)) {
        return false;
      }
      before = loss;
    }
    return comparison().map(Comparison::passed).orElse(true);
  }
}
