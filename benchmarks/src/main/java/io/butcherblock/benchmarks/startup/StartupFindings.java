package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.measure.Cells;
import io.butcherblock.benchmarks.measure.Findings;
import io.butcherblock.benchmarks.measure.Result;
import io.butcherblock.benchmarks.measure.Sample;
import io.butcherblock.report.TextTable;

/** How long each command took. */
record StartupFindings(Result result) implements Findings {

  @Override
  public String text() {
    TextTable table = new TextTable("command", "ms (quartiles)");
    for (Sample sample : result.samples()) {
      table.row(sample.task(), Cells.times(sample));
    }
    return "new processes\n\n" + table.toText();
  }
}
