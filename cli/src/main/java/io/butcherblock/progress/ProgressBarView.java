package io.butcherblock.progress;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that is drawn again in place; for terminals. */
final class ProgressBarView implements Progress {

  private static final int INTERVAL_MS = 250;

  private final PrintWriter err;
  private final int width;
  private final ProgressBar bar;

  ProgressBarView(PrintWriter err, int columns, String task, String unit, long begun, long total) {
    this.err = err;
    // A full line would move the cursor to the next.
    this.width = columns - 1;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .startsFrom(begun, Duration.ZERO)
            .setUpdateIntervalMillis(INTERVAL_MS)
            .setRenderer(new TimeLeftRenderer(unit))
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
            .build();
  }

  private synchronized void draw(String text) {
    err.print("\r" + text);
    err.flush();
  }

  @Override
  public void to(long done) {
    bar.stepTo(done);
  }

  @Override
  public void note(String words) {
    bar.setExtraMessage(" " + words);
  }

  @Override
  public synchronized void line(String text) {
    err.println("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    err.flush();
  }

  @Override
  public void close() {
    bar.close();
    err.println();
    err.flush();
  }
}
