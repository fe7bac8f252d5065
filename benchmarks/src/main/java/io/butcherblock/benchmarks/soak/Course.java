package io.butcherblock.benchmarks.soak;

import io.butcherblock.benchmarks.soak.Sample.Measure;
import io.butcherblock.charts.CurvePlot;
import io.butcherblock.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the measures went.
 *
 * @param samples in the order of time, at least one
 */
record Course(List<Sample> samples) {

  /** Early and late: the second tenth of the samples, when all is warm, and the last. */
  private static final int PARTS = 10;

  private static final int DRAWN = 5;

  /**
   * Each measure over its own mean in the second tenth of the time, so that they fit one picture: 1
   * is as it was when all was warm. What is a handful would jump up and down; the table has it.
   *
   * @param done what is counted, which the axis shows
   */
  CurvePlot plot(String title, String done) {
    double[] progress = samples.stream().mapToDouble(Sample::done).toArray();
    CurvePlot plot = new CurvePlot(title, done, "relative to the second tenth");
    for (Measure measure : Measure.values()) {
      double early = early(measure);
      if (early >= DRAWN) {
        plot.curve(
            "%s, %s".formatted(measure.words(), number(early)),
            progress,
            Arrays.stream(measure.of(samples)).map(value -> value / early).toArray());
      }
    }
    return plot;
  }

  /** Early, late and most of each measure. */
  String table() {
    TextTable table = new TextTable("", "second tenth", "last tenth", "most");
    for (Measure measure : Measure.values()) {
      table.row(
          measure.words(),
          number(early(measure)),
          number(late(measure)),
          number(Arrays.stream(measure.of(samples)).max().orElseThrow()));
    }
    return table.toText();
  }

  double early(Measure measure) {
    return mean(measure, samples.size() / PARTS, 2 * samples.size() / PARTS);
  }

  double late(Measure measure) {
    return mean(measure, samples.size() - samples.size() / PARTS, samples.size());
  }

  /** Of one sample at least. */
  private double mean(Measure measure, int from, int to) {
    int first = Math.min(from, samples.size() - 1);
    return Arrays.stream(measure.of(samples), first, Math.max(first + 1, to))
        .average()
        .orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
