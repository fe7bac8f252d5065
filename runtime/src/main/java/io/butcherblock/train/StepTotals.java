package io.butcherblock.train;

import io.butcherblock.distributed.ProcessGroup;

/**
 * What all processes know alike of a step, so that they decide alike what comes next.
 *
 * @param loss the sum of their shares of it
 * @param seconds by the clock of rank 0
 * @param stops whether one of them was asked to stop
 */
record StepTotals(double loss, double seconds, boolean stops) {

  /** Sums what each process gives of a step. */
  static StepTotals of(ProcessGroup group, double shareOfLoss, double seconds, boolean stops) {
    double[] sums = group.allReduce(shareOfLoss, onlyOfRankZero(group, seconds), stops ? 1 : 0);
    return new StepTotals(sums[0], sums[1], sums[2] > 0);
  }

  /** Sums what each process gives of losses that were read after their steps; stops nothing. */
  static StepTotals ofLosses(ProcessGroup group, double shareOfLoss, double seconds) {
    double[] sums = group.allReduce(shareOfLoss, onlyOfRankZero(group, seconds));
    return new StepTotals(sums[0], sums[1], false);
  }

  private static double onlyOfRankZero(ProcessGroup group, double number) {
    return group.isRankZero() ? number : 0;
  }
}
