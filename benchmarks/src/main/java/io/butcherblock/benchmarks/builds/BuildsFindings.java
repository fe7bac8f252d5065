package io.butcherblock.benchmarks.builds;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.ComparisonResult.Against;
import io.butcherblock.text.TextTable;
import java.util.List;

/**
 * Times of two builds.
 *
 * @param largestDifference between the images that they enlarge, of samples in 0..255
 * @param results the base is the peer in each
 */
record BuildsFindings(double largestDifference, List<ComparisonResult> results)
    implements Findings {

  @Override
  public String text() {
    TextTable table =
        new TextTable("work", "base, ms (quartiles)", "changed, ms (quartiles)", "ratio", "95 %");
    for (ComparisonResult result : results) {
      Against changed = result.subjects().get(0);
      table.row(
          result.name(),
          Cells.times(result.peer()),
          Cells.times(changed.sample()),
          Cells.number(3, changed.ratio()),
          Cells.interval(changed.ratioInterval95()));
    }
    return "two builds, each in processes of its own; ratio: changed over base\n"
        + (largestDifference == 0
            ? "their enlarged images are the same, sample for sample\n"
            : "their enlarged images differ by up to %s of 255\n"
                .formatted(Cells.number(0, largestDifference)))
        + "\n"
        + table.toText();
  }
}
