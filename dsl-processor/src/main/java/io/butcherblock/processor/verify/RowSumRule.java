package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;
import java.util.stream.IntStream;

/** c_i = sum_j a_ij (Hairer, N&oslash;rsett, Wanner I, eq. (1.9) of chapter II). */
final class RowSumRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    List<Integer> wrong =
        IntStream.range(0, scheme.stages()).filter(i -> !holds(scheme, i)).boxed().toList();
    return wrong.stream().map(i -> failure(scheme, i, wrong.size() == 1)).toList();
  }

  private static boolean holds(RungeKutta scheme, int i) {
    return sum(scheme, i).equals(scheme.c().get(i));
  }

  private static Exact sum(RungeKutta scheme, int i) {
    return scheme.a().get(i).stream().reduce(Exact.ZERO, Exact::plus);
  }

  private static Finding failure(RungeKutta scheme, int i, boolean alone) {
    Exact c = scheme.c().get(i);
    Exact sum = sum(scheme, i);
    String advice =
        alone
            ? TableauFixIt.ofRow(scheme, i).orElse("Correct the abscissa or the row.")
            : "Correct the abscissa or the row.";
    return Message.ROW_SUM.at(
        new Location.StageRow(i), scheme.name(), i + 1, c, sum, sum.minus(c), advice);
  }
}
