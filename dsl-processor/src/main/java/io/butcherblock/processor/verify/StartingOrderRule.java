package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import java.util.List;

/**
 * The starting values are accurate enough: with local errors O(h^p), that is a starting procedure
 * of order p - 1, a zero-stable scheme of order p converges with order p (Hairer, N&oslash;rsett,
 * Wanner I, Theorem III.4.5).
 */
final class StartingOrderRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    Location start = new Location.Member("start");
    int startingSteps = scheme.backValues() - 1;
    if (startingSteps == 0) {
      return List.of();
    }
    if (scheme.start() instanceof ZeroHistory) {
      return List.of(Message.ZERO_HISTORY.at(start, scheme.name(), scheme.order()));
    }
    OneStep oneStep = (OneStep) scheme.start();
    if (oneStep.scheme().order() >= scheme.order() - 1) {
      return List.of();
    }
    return List.of(
        Message.STARTING_ORDER.at(
            start,
            scheme.name(),
            scheme.order(),
            startingSteps == 1 ? "step is taken" : startingSteps + " steps are taken",
            oneStep.scheme().name(),
            oneStep.scheme().order(),
            scheme.order() - 1));
  }
}
