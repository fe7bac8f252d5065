package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.Sample;
import io.butcherblock.text.TextTable;

/** How long each command took. */
record StartupFindings(ComparisonResult result) implements Findings {

  @Override
  public String text() {
    TextTable table = new TextTable("command", "ms (quartiles)");
    for (Sample sample : result.samples()) {
      table.row(sample.task(), Cells.times(sample));
    }
    return "new processes\n\n" + table.toText();
  }
}
