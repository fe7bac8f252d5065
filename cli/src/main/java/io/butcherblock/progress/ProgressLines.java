package io.butcherblock.progress;

import io.butcherblock.text.TimeText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every ten seconds, or every tenth of the task if those are slower; for logs. */
final class ProgressLines implements Progress {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final String task;
  private final String unit;
  private final long begun;
  private final long total;
  private final long start;
  private long done;
  private long shownDone;
  private long shownAt;
  private String note = "";
  private String shownNote = "";

  ProgressLines(
      PrintWriter err, LongSupplier nanoTime, String task, String unit, long begun, long total) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.task = task;
    this.unit = unit;
    this.begun = begun;
    this.total = total;
    this.start = nanoTime.getAsLong();
    this.done = begun;
    this.shownDone = begun;
    this.shownAt = start;
  }

  @Override
  public void to(long newDone) {
    done = newDone;
    Duration quiet = Duration.ofNanos(nanoTime.getAsLong() - shownAt);
    boolean tenth = (done - shownDone) * 10 >= total;
    if (quiet.compareTo(LONGEST) >= 0 || (tenth && quiet.compareTo(SHORTEST) >= 0)) {
      show();
    }
  }

  @Override
  public void note(String words) {
    note = words;
  }

  @Override
  public void line(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    // What is told behind the last step, such as a result, is not to be missed.
    if (done != shownDone || done == begun || !note.equals(shownNote)) {
      show();
    }
  }

  private void show() {
    if (total == 0) {
      return;
    }
    shownAt = nanoTime.getAsLong();
    shownDone = done;
    shownNote = note;
    double seconds = (shownAt - start) / 1e9;
    double rate = seconds > 0 ? (done - begun) / seconds : 0;
    StringBuilder line = new StringBuilder(task + ": " + done + "/" + total + " " + unit);
    line.append(" (").append(100 * done / total).append(" %)");
    if (rate > 0) {
      // A task that is measured in seconds has no rate of its own, and the others are its time.
      boolean timed = unit.equals(ProgressDisplay.SECONDS);
      line.append(timed ? "" : String.format(Locale.ROOT, ", %.3g %s/s", rate, unit));
      line.append(
          done < total
              ? ", "
                  + TimeText.of(
                      Duration.ofMillis((long) (1000 * (total - done) / (timed ? 1 : rate))))
                  + " left"
              : ", " + TimeText.of(Duration.ofNanos(shownAt - start)));
    }
    line(line + (note.isEmpty() ? "" : "; " + note));
  }
}
