package io.butcherblock.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A training recipe by name. */
public enum Preset {

  /**
   * The recipe for runs of minutes to hours: learning rate 1e-3, falling along half a cosine to 0
   * at the end of the run, however long it is.
   */
  SHORT(10 * Preset.EPOCH, AdamSettings.PAPER.withLearningRate(1e-3), new Schedule.Cosine(100)),

  /**
   * The recipe of He et al., CVPR 2019, section 4.2: learning rate 1e-4, 800 epochs of 1000
   * batches, the rate halved every 250 epochs.
   */
  PAPER(800 * Preset.EPOCH, AdamSettings.PAPER, new Schedule.Halving(250 * Preset.EPOCH));

  /** The number of steps of an epoch of the paper: 1000 batches. */
  public static final long EPOCH = 1000;

  private static final int PATCH = 48;
  private static final int BATCH = 16;
  private static final int SEED = 1;
  private static final int LOG_EVERY = 50;

  @SuppressWarnings("ImmutableEnumChecker") // A record of records and numbers.
  private final TrainingOptions options;

  Preset(long steps, AdamSettings adam, Schedule schedule) {
    this.options =
        new TrainingOptions(
            PATCH, BATCH, new Budget.Steps(steps), adam, schedule, SEED, LOG_EVERY, 0);
  }

  /** The options of the recipe. */
  public TrainingOptions options() {
    return options;
  }

  /**
   * The learning rate of the recipe if it is used with another schedule: the higher rate of short
   * runs holds for {@link Schedule.Cosine} only, which falls to 0.
   */
  public double learningRate(Schedule schedule) {
    return schedule instanceof Schedule.Cosine
        ? options.adam().learningRate()
        : AdamSettings.PAPER.learningRate();
  }

  /**
   * The recipe's name, followed by the names of the options in which {@code used} differs from it:
   * {@code paper, but for batch}. The seed is not part of a recipe.
   *
   * @param used the options of a run
   */
  public String name(TrainingOptions used) {
    Map<String, String> own = options.describe();
    List<String> changed =
        used.describe().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(own.get(entry.getKey())))
            .map(Map.Entry::getKey)
            .filter(value -> !value.equals("seed"))
            .toList();
    String name = name().toLowerCase(Locale.ROOT);
    return changed.isEmpty() ? name : name + ", but for " + String.join(", ", changed);
  }
}
