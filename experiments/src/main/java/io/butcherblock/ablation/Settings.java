package io.butcherblock.ablation;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.patches.PatchOptions;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.TrainingOptions;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How every network of the table is trained.
 *
 * @param seeds how many times each is trained
 * @param firstSeed the seeds are this and the following ones
 * @param patch side of the LR patches in pixels
 * @param batch patches in a step
 * @param learningRate the highest
 * @param precision how exactly convolutions are taken
 * @param course that of each run
 * @param degradation what the low-resolution patches are put through
 */
record Settings(
    int seeds,
    long firstSeed,
    int scale,
    int patch,
    int batch,
    double learningRate,
    Precision precision,
    Course course,
    Degradation degradation) {

  /** Settings of an ablation, for images as they are. */
  Settings(
      int seeds,
      long firstSeed,
      int scale,
      int patch,
      int batch,
      double learningRate,
      Precision precision) {
    this(
        seeds,
        firstSeed,
        scale,
        patch,
        batch,
        learningRate,
        precision,
        Course.ABLATE,
        Degradation.CLEAN);
  }

  /** These settings for runs of another course. */
  Settings withCourse(Course other) {
    return new Settings(
        seeds, firstSeed, scale, patch, batch, learningRate, precision, other, degradation);
  }

  /** These settings for networks that are to enlarge degraded images. */
  Settings withDegradation(Degradation other) {
    return new Settings(
        seeds, firstSeed, scale, patch, batch, learningRate, precision, course, other);
  }

  /**
   * Checks that networks can be trained with these settings.
   *
   * @throws ButcherblockException if a number is out of its range
   */
  void check() {
    if (seeds < 1) {
      throw ButcherblockException.of(
          "The number of %s must be at least 1, not %s.", Setting.SEEDS, seeds);
    }
    if (firstSeed > Long.MAX_VALUE - (seeds - 1)) {
      throw ButcherblockException.of(
          "Of %s seeds from %s on some are above %s, the greatest that there is; give a lower %s,"
              + " or fewer %s.",
          seeds, firstSeed, Long.MAX_VALUE, Setting.SEED, Setting.SEEDS);
    }
    TrainingOptions unused = training(firstSeed, 1);
  }

  List<Long> allSeeds() {
    return LongStream.rangeClosed(firstSeed, firstSeed + (seeds - 1)).boxed().toList();
  }

  TrainingOptions training(long seed, long steps) {
    return new TrainingOptions(
            patch,
            batch,
            new Budget.Steps(steps),
            AdamSettings.PAPER.withLearningRate(learningRate),
            new Schedule.Cosine(course.rise(steps)),
            seed,
            course.logEvery(steps),
            course.validateEvery(steps))
        .withDegradation(degradation);
  }

  PatchOptions patches(long seed) {
    return PatchOptions.of(scale)
        .withPatch(patch)
        .withBatch(batch)
        .withSeed(seed)
        .withDegradation(degradation);
  }
}
