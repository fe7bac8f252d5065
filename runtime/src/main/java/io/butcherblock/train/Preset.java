package io.butcherblock.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A training recipe by name; what a user gives beside it takes the place of its values. */
public enum Preset {

  /** For runs of minutes to hours: a high rate that falls to 0 at the end, however long the run. */
  SHORT(10 * Preset.EPOCH, AdamSettings.PAPER.withLearningRate(1e-3), new Schedule.Cosine(100)),

  /** He et al., CVPR 2019, section 4.2: 800 epochs of 1000 batches, the rate halved every 250. */
  PAPER(800 * Preset.EPOCH, AdamSettings.PAPER, new Schedule.Halving(250 * Preset.EPOCH));

  /** The steps of an epoch of the paper: 1000 batches. */
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

  /** Its values. */
  public TrainingOptions options() {
    return options;
  }

  /**
   * The learning rate with another schedule than its own: that of short runs is for a schedule that
   * falls to 0.
   */
  public double learningRate(Schedule schedule) {
    return schedule instanceof Schedule.Cosine
        ? options.adam().learningRate()
        : AdamSettings.PAPER.learningRate();
  }

  /**
   * Its name, and which of its values are others in {@code used}: {@code paper, but for batch}. The
   * seed is no part of a recipe.
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
