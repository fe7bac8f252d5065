package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
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
        || !MultistepClaim.holds(scheme)) {
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
              start(scheme),
              order == 0 ? "a network is not consistent" : "a network has order " + order,
              advice(scheme)));
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

  /** What the start of a network does, as a clause. */
  private static String start(Multistep scheme) {
    if (scheme.start() instanceof ZeroHistory) {
      return "is a zero history, y[m] = f[m] = 0 for m < 0";
    }
    int steps = scheme.backValues() - 1;
    String first = "takes the first " + (steps == 1 ? "step" : steps + " steps") + " of a network ";
    return scheme.start() instanceof OneStep by
        ? first + "by " + by.scheme().name() + ", of order " + by.scheme().order()
        : first + "from y' = 0 with an error of O(h^4)";
  }

  private static String advice(Multistep scheme) {
    if (!scheme.isSecondOrder()) {
      return "Choose a startScheme of order "
          + (scheme.order() - 1)
          + " at least, with start = Start.SCHEME (import io.butcherblock.dsl.Start)";
    }
    return scheme.start() instanceof ZeroHistory
        ? "Leave start out: the start from y' = 0 has order " + FromRest.NETWORK_ORDER
        : "There is no other start of y'' = f(y) yet";
  }
}
