package io.butcherblock.ablation;

/**
 * A run, the training of a network with a seed, among all the runs of a table.
 *
 * @param number which of them, from 1
 * @param runs how many there are
 * @param steps of each run
 * @param begun steps of this run that were done before, when it was stopped
 */
public record PlannedRun(
    Candidate candidate, long seed, int number, int runs, long steps, long begun) {

  /** The same run, of which some steps were done before. */
  PlannedRun begunAt(long step) {
    return new PlannedRun(candidate, seed, number, runs, steps, step);
  }

  /** Steps of the runs before this one. */
  public long stepsBefore() {
    return (number - 1) * steps;
  }

  /** Steps of all runs together. */
  public long stepsOfAll() {
    return runs * steps;
  }
}
