package io.butcherblock.benchmarks.compile;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.ComparisonResult.Against;
import io.butcherblock.text.TextTable;
import java.util.List;

/**
 * What the processor costs.
 *
 * @param mix the 100 schemes, in words
 */
record CompileFindings(String mix, List<SchemeCost> results) implements Findings {

  /**
   * A comparison of one subject.
   *
   * @param extraPerScheme how many milliseconds longer the subject takes than its peer, for each of
   *     its schemes; null where it has none
   */
  record SchemeCost(ComparisonResult result, Double extraPerScheme) {

    static SchemeCost of(ComparisonResult result, int schemes) {
      double extra = subject(result).sample().median() - result.peer().median();
      return new SchemeCost(result, schemes == 0 ? null : extra / schemes);
    }
  }

  private static Against subject(ComparisonResult result) {
    return result.subjects().get(0);
  }

  @Override
  public String text() {
    TextTable table =
        new TextTable(
            "comparison",
            "subject",
            "ms (quartiles)",
            "peer",
            "ms (quartiles)",
            "ratio",
            "95 %",
            "ms a scheme");
    for (SchemeCost cost : results) {
      Against subject = subject(cost.result());
      table.row(
          cost.result().name(),
          subject.sample().task(),
          Cells.times(subject.sample()),
          cost.result().peer().task(),
          Cells.times(cost.result().peer()),
          Cells.number(2, subject.ratio()),
          Cells.interval(subject.ratioInterval95()),
          cost.extraPerScheme() == null ? "-" : Cells.number(1, cost.extraPerScheme()));
    }
    return "mix: " + mix + "\n\n" + table.toText();
  }
}
