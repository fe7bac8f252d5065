package io.butcherblock.train;

/**
 * The part of a run that a level takes.
 *
 * @param budget of the level
 * @param stepsBefore the steps of the levels before, if budgets are steps
 * @param secondsBefore the time of the levels before, if budgets are times
 * @param workBefore the share of the work of the whole run that the levels before have, 0 to 1
 * @param work the share of this level, 0 to 1
 */
record LevelSpan(
    Budget budget, long stepsBefore, double secondsBefore, double workBefore, double work) {

  /** That of a run of one level. */
  static LevelSpan whole(Budget budget) {
    return new LevelSpan(budget, 0, 0, 0, 1);
  }

  /** How much of the level is done, 0 to 1. */
  double done(RunState state) {
    // The budget of a run that is resumed may be another than that it was begun with.
    return Math.max(
        0, budget.progress(state.step() - stepsBefore, state.seconds() - secondsBefore));
  }

  /** How much of the work of the whole run is done, 0 to 1. */
  double progress(RunState state) {
    return workBefore + work * done(state);
  }
}
