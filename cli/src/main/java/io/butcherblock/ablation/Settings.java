package io.butcherblock.ablation;

import io.butcherblock.data.PatchOptions;
import io.butcherblock.device.Precision;
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
 */
public record Settings(
    int seeds,
    long firstSeed,
    int scale,
    int patch,
    int batch,
    double learningRate,
    Precision precision) {

  /** Validations of a run, for its curve. */
  static final int VALIDATIONS = 10;

  private static final int LONGEST_RISE = 100;
  private static final int LINES_OF_LOG = 100;

  List<Long> allSeeds() {
    return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
  }

  TrainingOptions training(long seed, long steps) {
    return new TrainingOptions(
        patch,
        batch,
        new Budget.Steps(steps),
        AdamSettings.PAPER.withLearningRate(learningRate),
        new Schedule.Cosine(Math.min(LONGEST_RISE, steps / 10)),
        seed,
        (int) Math.max(1, steps / LINES_OF_LOG),
        (steps + VALIDATIONS - 1) / VALIDATIONS);
  }

  PatchOptions patches(long seed) {
    return PatchOptions.of(scale).withPatch(patch).withBatch(batch).withSeed(seed);
  }
}
