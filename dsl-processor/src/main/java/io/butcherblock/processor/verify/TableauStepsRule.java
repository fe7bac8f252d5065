package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;

/** A block of a Runge-Kutta scheme takes at least one step. */
final class TableauStepsRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    return scheme.steps() >= 1
        ? List.of()
        : List.of(
            Message.TABLEAU_STEPS.at(new Location.Member("steps"), scheme.name(), scheme.steps()));
  }
}
