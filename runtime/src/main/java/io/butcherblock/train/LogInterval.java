package io.butcherblock.train;

/**
 * What has happened since the last line of a run's log.
 *
 * @param steps optimizer steps
 * @param losses the sum of their losses
 * @param seconds their time
 * @param waitSeconds how long they waited for data
 */
public record LogInterval(int steps, double losses, double seconds, double waitSeconds) {

  /** Nothing yet. */
  public static final LogInterval EMPTY = new LogInterval(0, 0, 0, 0);

  /** With one more step, of which all processes know the totals. */
  LogInterval step(StepTotals totals, double wait) {
    return new LogInterval(
        steps + 1, losses + totals.loss(), seconds + totals.seconds(), waitSeconds + wait);
  }

  /** With losses of its steps that were read later than these were made. */
  LogInterval read(StepTotals totals) {
    return new LogInterval(steps, losses + totals.loss(), seconds + totals.seconds(), waitSeconds);
  }
}
