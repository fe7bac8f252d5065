package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import io.butcherblock.processor.order.BlockOrder;
import java.util.List;

/**
 * Blocks keep the order of the recurrence, though each of them starts anew: the error of the start,
 * which one long integration feels once, is felt in every block. A starting procedure of order p
 * suffices; one of a lower order does where its error cancels within a block.
 */
final class StartingOrderRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    int startingSteps = scheme.backValues() - 1;
    boolean fromZero = scheme.start() instanceof ZeroHistory;
    if (startingSteps == 0
        || scheme.steps() <= (fromZero || scheme.carriesHistory() ? 0 : startingSteps)
        || !MultistepOrderRule.holds(scheme)) {
      return List.of();
    }
    int order = BlockOrder.of(scheme);
    if (order >= scheme.order()) {
      return List.of();
    }
    Location start = new Location.Member("start");
    if (scheme.carriesHistory()) {
      return List.of(
          Message.NETWORK_START.at(
              start,
              scheme.name(),
              scheme.order(),
              scheme.start() instanceof OneStep by
                  ? "takes the first "
                      + (startingSteps == 1 ? "step" : startingSteps + " steps")
                      + " of a network by "
                      + by.scheme().name()
                      + ", of order "
                      + by.scheme().order()
                  : "is a zero history, y[m] = f[m] = 0 for m < 0",
              order == 0 ? "a network is not consistent" : "a network has order " + order,
              scheme.order() - 1));
    }
    if (fromZero) {
      return List.of(
          Message.ZERO_HISTORY.at(
              start,
              scheme.name(),
              scheme.order(),
              order == 0
                  ? "is not even consistent, and a network of them is no integrator"
                  : "has order " + order + " only"));
    }
    RungeKutta by = ((OneStep) scheme.start()).scheme();
    return List.of(
        Message.STARTING_ORDER.at(
            start,
            scheme.name(),
            scheme.order(),
            startingSteps == 1 ? "step" : startingSteps + " steps",
            by.name(),
            by.order(),
            order));
  }
}
