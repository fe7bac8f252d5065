package io.butcherblock.train;

import io.butcherblock.distributed.ProcessGroup;
import java.util.List;

/** Brings all processes of a run to the state of rank 0. */
final class StateBroadcast {

  private StateBroadcast() {}

  /**
   * Tells all processes where the run stands.
   *
   * @param start where the run stands, as rank 0 knows it; ignored in the others
   * @return where the run stands
   */
  static RunState share(RunState start, ProcessGroup group) {
    LogInterval interval = start.unlogged();
    double[] numbers =
        group.broadcast(
            (double) start.step(),
            start.seconds(),
            start.bestPsnr(),
            start.best().loss(),
            start.halvings(),
            start.validationDue() ? 1 : 0,
            interval.steps(),
            interval.losses(),
            interval.seconds(),
            interval.waitSeconds(),
            start.levelStart().level(),
            (double) start.levelStart().step());
    return new RunState(
        (long) numbers[0],
        numbers[1],
        new BestSoFar(numbers[2], numbers[3]),
        (int) numbers[4],
        numbers[5] > 0,
        new LogInterval((int) numbers[6], numbers[7], numbers[8], numbers[9]),
        new LevelStart((int) numbers[10], (long) numbers[11]));
  }

  /**
   * Gives all processes the weights and the optimizer's moments of rank 0.
   *
   * @param state where the run stands
   * @param step with a network of the same level in each process
   */
  static void share(RunState state, TrainingStep step) {
    ProcessGroup group = step.group();
    group.broadcast(List.copyOf(step.network().parameters().byName().values()));
    // A run that has gone back to its beginning has moments, too.
    if (group.size() > 1 && (state.step() > 0 || state.halvings() > 0)) {
      group.broadcast(step.moments());
      // Each level has an optimizer of its own.
      step.continueAfter(state.step() - state.levelStart().step());
    }
  }
}
