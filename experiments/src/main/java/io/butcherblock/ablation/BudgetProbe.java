package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.text.TimeText;
import io.butcherblock.train.TrainingStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;

/**
 * Measures how long training and testing take on this machine, with networks that are then thrown
 * away.
 */
final class BudgetProbe {

  private static final int WARMUP_STEPS = 3;
  private static final int MEASURED_STEPS = 6;

  private final List<Candidate> candidates;
  private final Images images;
  private final Settings settings;
  private final Device device;
  private final BooleanSupplier stop;

  /**
   * A probe.
   *
   * @param stop asked now and then whether to give up
   */
  BudgetProbe(
      List<Candidate> candidates,
      Images images,
      Settings settings,
      Device device,
      BooleanSupplier stop) {
    this.candidates = candidates;
    this.images = images;
    this.settings = settings;
    this.device = device;
    this.stop = stop;
  }

  /**
   * How many steps each run may have, so that the table takes so long: the steps of each network
   * are measured, and the validation and tests of one, since all compute the same.
   *
   * @throws ButcherblockException if validation and tests alone take longer
   * @throws CancellationException if it was stopped
   */
  long steps(Duration time) {
    int runs = candidates.size() * settings.seeds();
    double overhead = runs * secondsBesideSteps();
    double left = time.toMillis() / 1000.0 - overhead;
    if (left <= 0) {
      throw ButcherblockException.of(
          "Testing %s takes about %s here, which leaves no time to train them; give more %s,"
              + " or fewer %s or test images.",
          Counted.of(runs, "run"),
          TimeText.of(Duration.ofMillis((long) (1000 * overhead))),
          Setting.TIME,
          Setting.SEEDS);
    }
    return StepBudget.within(Duration.ofMillis((long) (1000 * left)))
        .steps(this::secondsOfStep, runs);
  }

  private double secondsOfStep() {
    return candidates.stream()
        .mapToDouble(candidate -> secondsOfStep(candidate, WARMUP_STEPS, MEASURED_STEPS))
        .average()
        .orElseThrow();
  }

  /**
   * The seconds of a training step of a network, as a mean.
   *
   * @param warmup steps before those that are measured
   * @throws CancellationException if it was stopped
   */
  double secondsOfStep(Candidate candidate, int warmup, int measured) {
    checkStop();
    long seed = settings.firstSeed();
    try (SuperResolutionNetwork network = candidate.open(settings, seed, device);
        TrainingStep step = new TrainingStep(network, settings.training(seed, 1).adam());
        PatchLoader batches = new PatchLoader(images.training(), settings.patches(seed))) {
      return StepTime.seconds(step, batches, settings.learningRate(), warmup, measured);
    }
  }

  private double secondsBesideSteps() {
    CandidateRun run = new CandidateRun(settings, images, device, stop);
    try (SuperResolutionNetwork network =
        candidates.get(0).open(settings, settings.firstSeed(), device)) {
      var validation = images.validation().of(network);
      double validating =
          seconds(() -> validation.flatMap(each -> each.run(stop)).ifPresent(quality -> {}));
      double testing = seconds(() -> run.test(network));
      checkStop();
      return Course.VALIDATIONS * validating + testing;
    }
  }

  private void checkStop() {
    if (stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private static double seconds(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }
}
