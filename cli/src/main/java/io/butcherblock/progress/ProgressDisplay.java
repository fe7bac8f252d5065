package io.butcherblock.progress;

import io.butcherblock.text.Terminal;
import java.io.PrintWriter;

/** Where progress is shown: a moving bar on a terminal, a line now and then elsewhere. */
public final class ProgressDisplay {

  /**
   * The width of the terminal that standard error is; absent where it is none. Set by the launcher,
   * for Java cannot tell.
   */
  private static final String COLUMNS = "butcherblock.columns";

  /**
   * The unit of a task that is given a time. What is left is the rest of that: what is done beside,
   * and not counted, would make it longer than was asked for.
   */
  public static final String SECONDS = "s";

  private static final int LEAST_COLUMNS = 40;

  private final PrintWriter err;
  private final int columns;

  /**
   * A display.
   *
   * @param columns the width of the terminal; 0 where {@code err} is none
   */
  public ProgressDisplay(PrintWriter err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  /** Progress on standard error, which {@code err} wraps. */
  public static ProgressDisplay onStandardError(PrintWriter err) {
    boolean inPlace = Terminal.ofProcess().canDrawInPlace();
    return new ProgressDisplay(err, inPlace ? Integer.getInteger(COLUMNS, 0) : 0);
  }

  /**
   * Starts a task.
   *
   * @param task what is done, in a word: {@code train}
   * @param unit what is counted, in the plural: {@code steps}
   * @param begun how many of them are done already, in an earlier run
   * @param total how many of them there are; of none nothing is shown
   */
  public Progress start(String task, String unit, long begun, long total) {
    return columns >= LEAST_COLUMNS && total > 0
        ? new ProgressBarView(err, columns, task, unit, begun, total)
        : new ProgressLines(err, System::nanoTime, task, unit, begun, total);
  }
}
