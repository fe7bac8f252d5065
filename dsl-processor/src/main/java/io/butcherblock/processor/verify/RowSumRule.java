package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;

/** c_i = sum_j a_ij (Hairer, N&oslash;rsett, Wanner I, eq. (1.9) of chapter II). */
final class RowSumRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < scheme.stages(); i++) {
      Exact c = scheme.c().get(i);
      Exact sum = scheme.a().get(i).stream().reduce(Exact.ZERO, Exact::plus);
      if (!sum.equals(c)) {
        findings.add(
            Message.ROW_SUM.at(new Place.StageRow(i), scheme.name(), i + 1, c, sum, sum.minus(c)));
      }
    }
    return findings;
  }
}
