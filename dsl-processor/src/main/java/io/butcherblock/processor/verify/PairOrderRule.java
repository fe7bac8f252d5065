package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.claim.PairClaim;
import io.butcherblock.processor.claim.PairOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.PairFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.TwoColorConditions.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * A scheme of two tableaus has the order that it claims, and no higher one.
 *
 * @param proved the order that it has
 */
record PairOrderRule(PairOrder proved) implements Rule<TableauPair> {

  @Override
  public List<Finding> check(TableauPair scheme) {
    int highest = proved.conditions().highest();
    if (scheme.order() > highest) {
      return List.of(
          Message.ORDER_BEYOND_PROOF.at(
              new Location.Member("order"), scheme.name(), scheme.order(), highest));
    }
    if (proved.order() >= scheme.order()) {
      return warnings(scheme);
    }
    return List.of(
        proved.failing().isEmpty()
            ? OrderLimits.beyondWork(scheme, scheme.first().stages())
            : tooHigh(scheme));
  }

  private List<Finding> warnings(TableauPair scheme) {
    List<Finding> findings = new ArrayList<>(tooLow(scheme));
    if (!scheme.tolerance().isNone() && isExact(scheme.withTolerance(Tolerance.NONE))) {
      findings.add(
          Message.TOLERANCE_UNNEEDED.at(
              new Location.Member("tolerance"), scheme.name(), scheme.order()));
    }
    return findings;
  }

  private static boolean isExact(TableauPair scheme) {
    return PairClaim.tableausHold(scheme) && PairOrder.of(scheme).order() >= scheme.order();
  }

  private List<Finding> tooLow(TableauPair scheme) {
    return proved.order() > scheme.order()
        ? List.of(BetterOrder.of(scheme.name(), scheme.order(), proved.order(), scheme.tolerance()))
        : List.of();
  }

  private Finding tooHigh(TableauPair scheme) {
    Failure first = proved.failing().get(0);
    int holding = proved.order();
    int failing = proved.failing().size();
    return Message.PAIR_ORDER_TOO_HIGH.at(
        new Location.InTableau(
            scheme.tableauName(first.tree().isFirst()), new Location.WeightsRow()),
        scheme.name(),
        scheme.order(),
        proved.conditions().text(first.tree()),
        holding + 1,
        ShortText.near(first.left(), first.right()),
        first.right(),
        ShortText.ofDifference(first.off()) + scheme.tolerance().excess(),
        failing,
        proved.conditions().count(holding + 1),
        failing == 1 ? "fails" : "fail",
        holding > 0 ? "order " + holding + " holds" : "it is not even consistent",
        isOrderOfSubstep(scheme)
            ? "All that fail are of f alone or of g alone: the splitting has order "
                + (holding + 1)
                + ", its steps have not. Choose a substep of that order, or claim order "
                + holding
                + "."
            : advice(scheme, first, holding));
  }

  /**
   * Whether steps that solve their equations exactly would have the next order: trees of both
   * colors have no more than {@code order} nodes of one step, for which steps of that order do as
   * well.
   */
  private boolean isOrderOfSubstep(TableauPair scheme) {
    return proved.order() > 0
        && scheme instanceof AdditiveRungeKutta additive
        && additive
            .splitting()
            .filter(splitting -> HighestOrder.of(splitting.method()) >= proved.order())
            .isPresent()
        && proved.failing().stream().allMatch(failure -> failure.tree().isOfOneColor());
  }

  private static String advice(TableauPair scheme, Failure first, int holding) {
    return RoundedCoefficients.advice(
        scheme,
        first.off(),
        RoundedCoefficients.explain(first.off(), scheme, RoundedCoefficients.of(scheme)),
        meant -> PairFixIt.ofWeights(meant, first).or(() -> PairFixIt.ofExchange(meant, first)),
        OrderRule.advice(holding));
  }
}
