package io.butcherblock.train;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.nn.Activations;
import io.butcherblock.patches.PatchOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a network is trained. A value: each {@code with} method returns a changed copy.
 *
 * @param patch side of the training patches, in pixels of the low-resolution image
 * @param batch the number of patches in a step, of all processes together
 * @param budget how long the run lasts
 * @param adam the optimizer's settings; its learning rate is the highest of the schedule
 * @param schedule the learning rate in the course of the run
 * @param seed of the initial weights and of the patches
 * @param logEvery the number of steps between two lines of the log, at least 1
 * @param validateEvery the number of steps between two validations; 0 for twenty validations in a
 *     run
 * @param activations whether the activations of blocks are kept or computed again
 * @param degradation what the low-resolution patches are put through, drawn for each of them
 * @param levels at how many sizes the network is trained, one after the other, each with twice the
 *     blocks and half the step size of the one before; 1 for the whole network from the start
 */
public record TrainingOptions(
    int patch,
    int batch,
    Budget budget,
    AdamSettings adam,
    Schedule schedule,
    long seed,
    int logEvery,
    long validateEvery,
    Activations activations,
    Degradation degradation,
    int levels) {

  public TrainingOptions {
    Objects.requireNonNull(degradation, "degradation");
    Objects.requireNonNull(activations, "activations");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(adam, "adam");
    Objects.requireNonNull(schedule, "schedule");
    require(Setting.PATCH_SIZE, patch);
    require(Setting.BATCH_SIZE, batch);
    require(Setting.LEVELS, levels);
    if (logEvery < 1 || validateEvery < 0) {
      throw new ButcherblockException(
          "Lines of the log are at least 1 step apart, not %s, and validations at least 0, not %s."
              .formatted(logEvery, validateEvery));
    }
  }

  /**
   * How a network is trained whose activations are kept, on images as they are.
   *
   * @param patch side of the training patches, in pixels of the low-resolution image
   * @param batch the number of patches in a step, of all processes together
   * @param budget how long the run lasts
   * @param adam the optimizer's settings; its learning rate is the highest of the schedule
   * @param schedule the learning rate in the course of the run
   * @param seed of the initial weights and of the patches
   * @param logEvery the number of steps between two lines of the log, at least 1
   * @param validateEvery the number of steps between two validations; 0 for twenty validations in a
   *     run
   */
  public TrainingOptions(
      int patch,
      int batch,
      Budget budget,
      AdamSettings adam,
      Schedule schedule,
      long seed,
      int logEvery,
      long validateEvery) {
    this(
        patch,
        batch,
        budget,
        adam,
        schedule,
        seed,
        logEvery,
        validateEvery,
        Activations.STORED,
        Degradation.CLEAN,
        1);
  }

  public static final String DEGRADATION = "degradation";
  public static final String LEVELS = "levels";

  /**
   * The options, of {@link #describe}, that decide which patches a step sees, and which networks
   * are trained: fixed for the whole of a run.
   */
  public static final List<String> FIXED = List.of("patch", "batch", "seed", DEGRADATION, LEVELS);

  private static void require(Setting setting, int value) {
    if (value < 1) {
      throw ButcherblockException.of("The %s must be at least 1, not %s.", setting, value);
    }
  }

  /**
   * A copy of these options with another size of patches.
   *
   * @param side in pixels of the low-resolution image
   */
  public TrainingOptions withPatch(int side) {
    return changed(draft -> draft.patch = side);
  }

  /**
   * A copy of these options with another batch size.
   *
   * @param patches in a step, of all processes together
   */
  public TrainingOptions withBatch(int patches) {
    return changed(draft -> draft.batch = patches);
  }

  /** A copy of these options for a run of another length. */
  public TrainingOptions withBudget(Budget other) {
    return changed(draft -> draft.budget = other);
  }

  /** A copy of these options with other settings of the optimizer. */
  public TrainingOptions withAdam(AdamSettings other) {
    return changed(draft -> draft.adam = other);
  }

  /** A copy of these options with another schedule of the learning rate. */
  public TrainingOptions withSchedule(Schedule other) {
    return changed(draft -> draft.schedule = other);
  }

  /**
   * A copy of these options with another seed.
   *
   * @param other decides initial weights and patches
   */
  public TrainingOptions withSeed(long other) {
    return changed(draft -> draft.seed = other);
  }

  /**
   * A copy of these options with another interval of the log.
   *
   * @param steps between two lines of the log, at least 1
   */
  public TrainingOptions withLogEvery(int steps) {
    return changed(draft -> draft.logEvery = steps);
  }

  /**
   * A copy of these options with another interval of validations.
   *
   * @param steps between two validations; 0 for twenty validations in a run
   */
  public TrainingOptions withValidateEvery(long steps) {
    return changed(draft -> draft.validateEvery = steps);
  }

  /**
   * A copy of these options that keeps the activations of blocks or computes them again.
   *
   * @param other kept by default
   */
  public TrainingOptions withActivations(Activations other) {
    return changed(draft -> draft.activations = other);
  }

  /**
   * A copy of these options for a network that is to enlarge images that went through something.
   *
   * @param other what the low-resolution patches are put through; by default nothing
   */
  public TrainingOptions withDegradation(Degradation other) {
    return changed(draft -> draft.degradation = other);
  }

  /**
   * A copy of these options for a network that is trained at several sizes, one after the other,
   * each with twice the blocks and half the step size of the one before.
   *
   * @param count how many, the network itself included; 1 by default. The blocks must be a multiple
   *     of 2^(count - 1)
   */
  public TrainingOptions withLevels(int count) {
    return changed(draft -> draft.levels = count);
  }

  /** The options while one of them is changed. */
  private static final class Draft {
    private int patch;
    private int batch;
    private Budget budget;
    private AdamSettings adam;
    private Schedule schedule;
    private long seed;
    private int logEvery;
    private long validateEvery;
    private Activations activations;
    private Degradation degradation;
    private int levels;

    private Draft(TrainingOptions of) {
      patch = of.patch;
      batch = of.batch;
      budget = of.budget;
      adam = of.adam;
      schedule = of.schedule;
      seed = of.seed;
      logEvery = of.logEvery;
      validateEvery = of.validateEvery;
      activations = of.activations;
      degradation = of.degradation;
      levels = of.levels;
    }

    private TrainingOptions toOptions() {
      return new TrainingOptions(
          patch,
          batch,
          budget,
          adam,
          schedule,
          seed,
          logEvery,
          validateEvery,
          activations,
          degradation,
          levels);
    }
  }

  private TrainingOptions changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.toOptions();
  }

  /** The patches of all steps, which follow from patch, batch, seed and degradation. */
  PatchOptions patches(int scale) {
    return PatchOptions.of(scale)
        .withPatch(patch)
        .withBatch(batch)
        .withSeed(seed)
        .withDegradation(degradation);
  }

  /** The options as text by name, for the record of a run. */
  public Map<String, String> describe() {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("patch", String.valueOf(patch));
    text.put("batch", String.valueOf(batch));
    text.put("budget", budget.toString());
    text.put("optimizer", adam.toString());
    text.put("schedule", schedule.toString());
    text.put("loss", "L1 of RGB in 0..255");
    text.put("augmentation", "the eight symmetries of the square, equally likely");
    text.put("seed", String.valueOf(seed));
    text.put(DEGRADATION, degradation.toString());
    text.put("activations", activations.toString());
    if (levels > 1) {
      text.put(LEVELS, String.valueOf(levels));
    }
    return text;
  }
}
