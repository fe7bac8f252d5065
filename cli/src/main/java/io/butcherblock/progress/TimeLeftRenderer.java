package io.butcherblock.progress;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * A bar that says which of its two times is the one that is left: without a word, the second reads
 * as the whole.
 */
final class TimeLeftRenderer extends DefaultProgressBarRenderer {

  TimeLeftRenderer(String unit) {
    super(
        ProgressBarStyle.ASCII,
        " " + unit,
        1,
        true,
        new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)),
        ChronoUnit.SECONDS,
        true,
        state -> left(state, unit));
  }

  @Override
  protected String etaString(ProgressState state) {
    return super.etaString(state) + " left";
  }

  /** Empty until something is done, from which it could be told. */
  private static Optional<Duration> left(ProgressState state, String unit) {
    long rest = state.getMax() - state.getCurrent();
    if (unit.equals(ProgressDisplay.SECONDS)) {
      return Optional.of(Duration.ofSeconds(rest));
    }
    long done = state.getCurrent() - state.getStart();
    return done > 0
        ? Optional.of(
            Duration.ofMillis(
                (long) ((double) state.getElapsedAfterStart().toMillis() / done * rest)))
        : Optional.empty();
  }
}
