package io.butcherblock.benchmarks.contest;

import io.butcherblock.benchmarks.measure.Cells;
import io.butcherblock.benchmarks.measure.Findings;
import io.butcherblock.report.TextTable;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of contests.
 *
 * @param threads of each subject
 */
public record PairedFindings(int threads, List<SubjectResult> outcomes) implements Findings {

  @Override
  public String text() {
    TextTable table =
        new TextTable(
            "work",
            "subject",
            "ms (quartiles)",
            "ratio",
            "95 %",
            "GFLOP/s",
            "of the limit",
            "peak MiB",
            "idle ms",
            "difference");
    outcomes.forEach(outcome -> outcome.scores().forEach(row -> add(table, outcome, row)));
    return threads
        + " threads each\n"
        + versions()
        + "\n"
        + table.toText()
        + "\n"
        + outcomes.stream().map(outcome -> outcome.limit().text()).collect(Collectors.joining());
  }

  private static void add(TextTable table, SubjectResult outcome, SubjectTimes row) {
    table.row(
        outcome.title(),
        row.sample().task(),
        Cells.times(row.sample()),
        Cells.number(2, row.ratio()),
        row.ratioInterval95() == null ? "-" : Cells.interval(row.ratioInterval95()),
        Cells.number(0, row.gigaflopPerSecond()),
        Cells.number(0, 100 * row.shareOfLimit()) + " %",
        row.peakMebibytes() < 0 ? "unknown" : Cells.number(0, row.peakMebibytes()),
        Cells.number(0, row.idleMilliseconds()),
        row.ratioInterval95() == null ? "-" : "%.1e".formatted(row.largestDifference()));
  }

  private String versions() {
    TreeMap<String, String> all = new TreeMap<>();
    outcomes.forEach(outcome -> outcome.scores().forEach(row -> all.putAll(row.versions())));
    return all.entrySet().stream()
            .map(version -> version.getKey() + " " + version.getValue())
            .collect(Collectors.joining(", "))
        + "\n";
  }
}
