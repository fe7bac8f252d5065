package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.text.TextTable;
import java.util.List;

/** How memory went. */
record MemoryFindings(List<Course> courses, Peak peak) implements Findings {

  /**
   * A long run.
   *
   * @param unit what is counted
   * @param each how many of them lie between two numbers
   * @param mebibytes outside Java's heap
   */
  record Course(String work, String unit, int each, List<Double> mebibytes) {}

  /**
   * The most memory of training.
   *
   * @param mebibytes of the process
   * @param before of the process before the first step: Java and the libraries
   * @param keptMaps the feature maps of the batch that a gradient needs
   */
  record Peak(String work, double mebibytes, double before, double keptMaps) {}

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("memory outside Java's heap during long runs\n\n");
    TextTable table = new TextTable("work", "after", "MiB");
    for (Course course : courses) {
      for (int i = 0; i < course.mebibytes().size(); i++) {
        table.row(
            course.work(),
            course.each() * (i + 1) + " " + course.unit(),
            Cells.number(0, course.mebibytes().get(i)));
      }
    }
    text.append(table.toText()).append("\nthe most memory of the process\n\n");
    double training = peak.mebibytes() - peak.before();
    return text.append(
            new TextTable("work", "peak MiB", "before", "feature maps of the batch", "ratio")
                .row(
                    peak.work(),
                    Cells.number(0, peak.mebibytes()),
                    Cells.number(0, peak.before()),
                    Cells.number(0, peak.keptMaps()),
                    Cells.number(2, training / peak.keptMaps()))
                .toText())
        .append("\nratio: what training adds to the process, over the feature maps of the batch\n")
        .toString();
  }
}
