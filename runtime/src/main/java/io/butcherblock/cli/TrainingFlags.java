package io.butcherblock.cli;

import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.TrainingOptions;
import java.time.Duration;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The values of section 4.2 of the paper as options, with defaults for short runs. */
final class TrainingFlags {

  /** An epoch of the paper is 1000 batches. */
  private static final long STEPS_IN_EPOCH = 1000;

  private static final double SHORT_RUN_RATE = 1e-3;
  private static final long DEFAULT_STEPS = 10 * STEPS_IN_EPOCH;

  /** How the learning rate falls. */
  enum Decay {
    COSINE,
    HALVING
  }

  /** How long: one of three. */
  static final class Length {

    @Option(
        names = "--steps",
        paramLabel = "N",
        converter = PositiveInteger.class,
        description = "Train for N steps (default: 10000).")
    private Integer steps;

    @Option(
        names = "--epochs",
        paramLabel = "N",
        converter = PositiveInteger.class,
        description = "Train for N epochs of 1000 steps (the paper: 800).")
    private Integer epochs;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        converter = PositiveNumber.class,
        description = "Train for M minutes; validation does not count.")
    private Double minutes;

    Budget budget() {
      if (minutes != null) {
        return new Budget.Time(Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000))));
      }
      return new Budget.Steps(epochs != null ? epochs * STEPS_IN_EPOCH : steps);
    }
  }

  @ArgGroup private Length length;

  @Mixin private SeedOption seed;

  @Option(
      names = "--patch",
      paramLabel = "N",
      defaultValue = "48",
      converter = PositiveInteger.class,
      description = "Side of the LR patches in pixels (default: 48).")
  private int patch;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      converter = PositiveInteger.class,
      description = "Patches in a step (default: 16).")
  private int batch;

  @Option(
      names = "--schedule",
      paramLabel = "cosine|halving",
      defaultValue = "cosine",
      description =
          "Learning rate: warm-up and half a cosine to the end of the run, or halved every"
              + " --halve-every epochs as in the paper (default: cosine).")
  private Decay schedule;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      converter = PositiveNumber.class,
      description =
          "Highest learning rate (default: 1e-3 with cosine; 1e-4 with halving, the paper's).")
  private Double learningRate;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "100",
      converter = NonNegativeInteger.class,
      description = "Steps in which the rate grows to its highest, with cosine (default: 100).")
  private int warmup;

  @Option(
      names = "--halve-every",
      paramLabel = "N",
      defaultValue = "250",
      converter = PositiveInteger.class,
      description = "Epochs between two halvings of the rate (default: 250, the paper's).")
  private int halveEvery;

  @Option(
      names = "--beta1",
      paramLabel = "X",
      defaultValue = "0.9",
      converter = ShareConverter.class,
      description = "Adam's decay of the mean gradient (default: 0.9).")
  private double beta1;

  @Option(
      names = "--beta2",
      paramLabel = "X",
      defaultValue = "0.999",
      converter = ShareConverter.class,
      description = "Adam's decay of the mean squared gradient (default: 0.999).")
  private double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "X",
      defaultValue = "1e-8",
      converter = PositiveNumber.class,
      description = "Added to Adam's denominator (default: 1e-8).")
  private double epsilon;

  @Option(
      names = "--log-every",
      paramLabel = "N",
      defaultValue = "50",
      converter = PositiveInteger.class,
      description = "Steps between two lines of the log (default: 50).")
  private int logEvery;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      defaultValue = "0",
      converter = NonNegativeInteger.class,
      description = "Steps between two validations (default: twenty in a run).")
  private int validateEvery;

  TrainingOptions options() {
    return new TrainingOptions(
        patch,
        batch,
        length == null ? new Budget.Steps(DEFAULT_STEPS) : length.budget(),
        new AdamSettings(rate(), beta1, beta2, epsilon),
        schedule == Decay.COSINE
            ? new Schedule.Cosine(warmup)
            : new Schedule.Halving(halveEvery * STEPS_IN_EPOCH),
        seed.seed(),
        logEvery,
        validateEvery);
  }

  private double rate() {
    if (learningRate != null) {
      return learningRate;
    }
    return schedule == Decay.COSINE ? SHORT_RUN_RATE : AdamSettings.PAPER.learningRate();
  }
}
