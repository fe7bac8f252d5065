package io.butcherblock.progress;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

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
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .startsFrom(begun, Duration.ZERO)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(INTERVAL_MS)
            .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width));
    if (unit.equals(ProgressDisplay.SECONDS)) {
      builder.setEtaFunction(
          state -> Optional.of(Duration.ofSeconds(state.getMax() - state.getCurrent())));
    }
    this.bar = builder.build();
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
