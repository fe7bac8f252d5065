package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of all subjects at each work.
 *
 * @param threads of each subject
 */
public record PairedFindings(int threads, List<PairedResult> results) implements Findings {

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
    results.forEach(result -> result.subjects().forEach(row -> add(table, result, row)));
    return threads
        + " threads each\n"
        + versions()
        + "\n"
        + table.toText()
        + leftOut()
        + "\n"
        + results.stream().map(result -> result.limit().text()).collect(Collectors.joining());
  }

  private static void add(TextTable table, PairedResult result, SubjectTimes row) {
    table.row(
        result.title(),
        row.sample().task(),
        Cells.times(row.sample()),
        Cells.number(2, row.ratio()),
        row.ratioInterval95() == null ? "-" : Cells.interval(row.ratioInterval95()),
        Cells.number(0, row.gigaflopPerSecond()),
        Cells.number(0, 100 * row.shareOfLimit()) + " %",
        row.peakMebibytes() < 0 ? "unknown" : Cells.number(0, row.peakMebibytes()),
        Cells.number(0, row.idleMilliseconds()),
        row.ratioInterval95() == null
            ? "-"
            : String.format(Locale.ROOT, "%.1e", row.largestDifference()));
  }

  /** A line for each, below the table. */
  private String leftOut() {
    StringBuilder lines = new StringBuilder();
    for (PairedResult result : results) {
      for (LeftOut one : result.leftOut()) {
        lines.append(
            "%s: %s is left out: %s%n".formatted(result.title(), one.subject(), one.reason()));
      }
    }
    return lines.toString();
  }

  @Override
  public boolean namesFiles() {
    return results.stream().flatMap(result -> result.leftOut().stream()).anyMatch(LeftOut::failed);
  }

  private String versions() {
    TreeMap<String, String> all = new TreeMap<>();
    results.forEach(result -> result.subjects().forEach(row -> all.putAll(row.versions())));
    return all.entrySet().stream()
            .map(version -> version.getKey() + " " + version.getValue())
            .collect(Collectors.joining(", "))
        + "\n";
  }
}
