package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every stage counts: the result depends on it, and it is no other stage again. A method with such
 * stages is reducible (Hairer, Wanner II, Definitions IV.12.15 and IV.12.17).
 */
final class StagesRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    return check(scheme, scheme.usedStages());
  }

  /** The same of those stages that something uses. */
  static List<Finding> check(RungeKutta scheme, boolean[] used) {
    List<Finding> findings = new ArrayList<>(unused(scheme, used));
    for (int i = 0; i < used.length; i++) {
      for (int j = 0; j < i; j++) {
        if (used[i] && used[j] && scheme.a().get(i).equals(scheme.a().get(j))) {
          findings.add(
              Message.EQUAL_STAGES.at(new Location.StageRow(i), scheme.name(), j + 1, i + 1));
          break;
        }
      }
    }
    return findings;
  }

  /** The stages that are not used, as one finding. */
  private static List<Finding> unused(RungeKutta scheme, boolean[] used) {
    List<Integer> unused = IntStream.range(0, used.length).filter(i -> !used[i]).boxed().toList();
    if (unused.isEmpty()) {
      return List.of();
    }
    String names =
        unused.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
    return List.of(
        Message.UNUSED_STAGE.at(
            new Location.StageRow(unused.get(0)),
            scheme.name(),
            unused.size() == 1 ? "stage " + names : "each of the stages " + names));
  }
}
