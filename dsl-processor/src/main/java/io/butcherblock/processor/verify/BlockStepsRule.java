package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import java.util.List;

/** A block takes enough steps for the recurrence to run, and each of them computes something. */
final class BlockStepsRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    Location steps = new Location.Member("steps");
    boolean fromZero = scheme.start() instanceof ZeroHistory;
    int startingSteps = fromZero ? 0 : scheme.backValues() - 1;
    if (scheme.carriesHistory() && scheme.steps() < 1) {
      return List.of(Message.NO_STEPS.at(steps, scheme.name(), scheme.steps()));
    }
    if (!scheme.carriesHistory() && scheme.steps() <= startingSteps) {
      return List.of(
          Message.TOO_FEW_STEPS.at(
              steps, scheme.name(), scheme.steps(), startingSteps + 1, startingSteps));
    }
    if (!fromZero) {
      return List.of();
    }
    int all = scheme.carriesHistory() ? scheme.backValues() : scheme.steps();
    for (int step = 1; step <= Math.min(all, scheme.backValues()); step++) {
      if (scheme.predictor().isPresent()
          && alive(scheme.predictor().orElseThrow().terms(), step).isEmpty()) {
        return List.of(Message.EMPTY_PREDICTION.at(steps, scheme.name(), step));
      }
      List<Term> alive = alive(scheme.terms(), step);
      if (alive.isEmpty()) {
        return List.of(Message.EMPTY_STEP.at(steps, scheme.name(), step, "0"));
      }
      if ((step == scheme.steps() || scheme.carriesHistory()) && isCopy(alive)) {
        String copied = "y[" + (step - 1 - alive.get(0).back()) + "]";
        return List.of(Message.EMPTY_STEP.at(steps, scheme.name(), step, copied));
      }
    }
    return List.of();
  }

  /** The terms of step n + 1 that do not vanish: those that look back to y[0] at most. */
  private static List<Term> alive(List<Term> terms, int step) {
    return terms.stream()
        .filter(term -> !term.coefficient().isZero() && term.back() < step)
        .toList();
  }

  private static boolean isCopy(List<Term> terms) {
    return terms.size() == 1
        && terms.get(0).kind() == Kind.VALUE
        && terms.get(0).coefficient().equals(Exact.ONE);
  }
}
