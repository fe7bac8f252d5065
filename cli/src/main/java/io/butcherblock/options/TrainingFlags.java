package io.butcherblock.options;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.nn.Activations;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Preset;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.TrainingOptions;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The values of section 4.2 of the paper as options; a preset has the defaults. */
public final class TrainingFlags {

  private static final int WARMUP = 100;
  private static final int HALVE_EVERY = 250;

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
        converter = Converters.PositiveInteger.class,
        description = "Train for N steps (default: 10000; with --preset paper 800 epochs).")
    private Integer steps;

    @Option(
        names = "--epochs",
        paramLabel = "N",
        converter = Converters.PositiveInteger.class,
        description = "Train for N epochs of 1000 steps (the paper: 800).")
    private Integer epochs;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        converter = Converters.PositiveNumber.class,
        description = "Train for M minutes, to which the time for validating and saving is added.")
    private Double minutes;

    /** The option that was given. */
    String option() {
      return minutes != null ? "--minutes" : epochs != null ? "--epochs" : "--steps";
    }

    /** Its value. */
    String value() {
      return minutes != null
          ? Texts.number(minutes)
          : String.valueOf(epochs != null ? epochs : steps);
    }

    Budget budget() {
      if (minutes != null) {
        return new Budget.Time(Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000))));
      }
      return new Budget.Steps(epochs != null ? epochs * Preset.EPOCH : steps);
    }
  }

  @Option(
      names = "--preset",
      paramLabel = "short|paper",
      defaultValue = "short",
      description =
          "Recipe that the other options change: short, for short runs, or paper, that of section"
              + " 4.2: 800 epochs of 1000 batches, rate 1e-4 halved every 250 (default: short).")
  private Preset preset;

  @ArgGroup private Length length;

  @Mixin private Mixins.SeedOption seed;

  @Option(
      names = "--patch",
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "Side of the LR patches in pixels (default: 48).")
  private Integer patch;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "Patches in a step (default: 16).")
  private Integer batch;

  @Option(
      names = "--schedule",
      paramLabel = "cosine|halving",
      description =
          "Learning rate: warm-up and half a cosine to the end of the run, or halved every"
              + " --halve-every epochs as in the paper (default: cosine; with --preset paper"
              + " halving).")
  private Decay schedule;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      converter = Converters.PositiveNumber.class,
      description =
          "Highest learning rate (default: 1e-3 with cosine; 1e-4, the paper's, with halving or"
              + " --preset paper).")
  private Double learningRate;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      converter = Converters.NonNegativeInteger.class,
      description = "Steps in which the rate grows to its highest, with cosine (default: 100).")
  private Integer warmup;

  @Option(
      names = "--halve-every",
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "Epochs between two halvings of the rate (default: 250, the paper's).")
  private Integer halveEvery;

  @Option(
      names = "--beta1",
      paramLabel = "X",
      converter = Converters.NumberBelowOne.class,
      description = "Adam's decay of the mean gradient (default: 0.9).")
  private Double beta1;

  @Option(
      names = "--beta2",
      paramLabel = "X",
      converter = Converters.NumberBelowOne.class,
      description = "Adam's decay of the mean squared gradient (default: 0.999).")
  private Double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "X",
      converter = Converters.PositiveNumber.class,
      description = "Added to Adam's denominator (default: 1e-8).")
  private Double epsilon;

  @Option(
      names = "--max-gradient-norm",
      paramLabel = "X",
      converter = Converters.PositiveNumber.class,
      description =
          "Scale gradients whose Euclidean norm over all weights is larger down to X, which keeps"
              + " a run with a high learning rate from diverging (default: as they are).")
  private Double maxGradientNorm;

  @Option(
      names = "--log-every",
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "Steps between two lines of the log (default: 50).")
  private Integer logEvery;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      defaultValue = "0",
      converter = Converters.NonNegativeInteger.class,
      description = "Steps between two validations (default: twenty in a run).")
  private int validateEvery;

  @Option(
      names = "--activations",
      paramLabel = "stored|checkpointed|inverted",
      defaultValue = "stored",
      description =
          "Activations of the blocks: stored for the gradient; checkpointed, to store the inputs of"
              + " blocks and run each block again (less memory, more time); or inverted, to compute"
              + " these inputs backwards where blocks have an inverse (memory that does not grow"
              + " with the number of blocks) (default: stored).")
  private Activations activations;

  @Option(
      names = "--degrade",
      paramLabel = "clean|jpeg|photo",
      defaultValue = "clean",
      description =
          "What the LR patches are put through, drawn for each: clean, nothing; jpeg, JPEG of"
              + " quality 30 to 95; photo, some blur, noise and JPEG of quality 40 to 95, and"
              + " several kernels of downscaling (default: clean).")
  private Degradation degradation;

  @Option(
      names = "--levels",
      paramLabel = "N",
      defaultValue = "1",
      converter = Converters.PositiveInteger.class,
      description =
          "Train at N sizes, one after the other: first with 1/2^(N-1) of the blocks; then each"
              + " block becomes two of half its step size, until all are there. The steps are"
              + " shared equally (default: 1).")
  private int levels;

  /** The preset that is changed. */
  public Preset preset() {
    return preset;
  }

  /** The option that sets how long the run is. */
  public String lengthOption() {
    return length == null ? "--steps" : length.option();
  }

  /** Its value, or that which the preset stands for. */
  public String lengthValue() {
    return length == null
        ? String.valueOf(((Budget.Steps) preset.options().budget()).steps())
        : length.value();
  }

  /** The preset's values, those that are given put in their place. */
  public TrainingOptions options() {
    TrainingOptions base = preset.options();
    AdamSettings adam = base.adam();
    Schedule rates = schedule(base.schedule());
    return new TrainingOptions(
        or(patch, base.patch()),
        or(batch, base.batch()),
        length == null ? base.budget() : length.budget(),
        new AdamSettings(
            or(learningRate, preset.learningRate(rates)),
            or(beta1, adam.beta1()),
            or(beta2, adam.beta2()),
            or(epsilon, adam.epsilon()),
            or(maxGradientNorm, adam.largestGradientNorm())),
        rates,
        seed.seed(),
        or(logEvery, base.logEvery()),
        validateEvery,
        activations,
        degradation,
        levels);
  }

  /** Says which option that is given has no effect, as it is one of the other schedule. */
  public Optional<String> remark() {
    boolean cosine = schedule(preset.options().schedule()) instanceof Schedule.Cosine;
    if (cosine && halveEvery != null) {
      return Optional.of("--halve-every has no effect without --schedule halving.");
    }
    return !cosine && warmup != null
        ? Optional.of("--warmup has no effect without --schedule cosine.")
        : Optional.empty();
  }

  private Schedule schedule(Schedule base) {
    boolean cosine = schedule == null ? base instanceof Schedule.Cosine : schedule == Decay.COSINE;
    return cosine
        ? new Schedule.Cosine(or(warmup, WARMUP))
        : new Schedule.Halving(or(halveEvery, HALVE_EVERY) * Preset.EPOCH);
  }

  private static <T> T or(T given, T otherwise) {
    return given != null ? given : otherwise;
  }
}
