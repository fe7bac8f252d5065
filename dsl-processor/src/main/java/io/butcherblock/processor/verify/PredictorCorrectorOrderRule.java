package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.claim.PredictorCorrectorClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.fixit.RecurrenceFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.Tolerance;
import java.util.List;

/**
 * A corrector with its predictor has the order that it claims, by B-series. What is wrong is told
 * of the corrector where that lacks the order, and else of the predictor.
 */
final class PredictorCorrectorOrderRule implements Rule<Multistep> {

  private static final MultistepOrderRule OF_RECURRENCE = new MultistepOrderRule();

  @Override
  public List<Finding> check(Multistep scheme) {
    if (scheme.predictor().isEmpty() || !PositiveOrderRule.holds(scheme)) {
      return List.of();
    }
    Predictor predictor = scheme.predictor().orElseThrow();
    Location member = new Location.Member("predictor");
    Exact sum = PredictorCorrectorClaim.sumOfValues(predictor.terms());
    if (!sum.isOne()) {
      String correction = MultistepClaim.holds(scheme.withoutPredictor()) ? correction(scheme) : "";
      return List.of(Message.PREDICTOR_INCONSISTENT.at(member, scheme.name(), sum, correction));
    }
    Multistep corrector = scheme.withoutPredictor();
    int proved = PredictorCorrectorClaim.orderOf(scheme);
    if (proved > scheme.order()) {
      return List.of(BetterOrder.of(scheme.name(), scheme.order(), proved, Tolerance.NONE));
    }
    if (proved == scheme.order()) {
      return List.of();
    }
    if (!MultistepClaim.holds(corrector)) {
      return OF_RECURRENCE.check(corrector);
    }
    return List.of(
        Message.PREDICTOR_ORDER.at(
            member,
            scheme.name(),
            scheme.order(),
            MultistepClaim.orderOf(scheme.withTerms(predictor.terms()).withoutPredictor()),
            predictor.corrections() == 1 ? "the correction" : "each correction",
            proved,
            predictor.corrections() + scheme.order() - proved,
            scheme.order() - predictor.corrections(),
            correction(scheme)));
  }

  private static String correction(Multistep scheme) {
    return RoundedCoefficients.simpleFractionsOfPredictor(scheme)
        .map(text -> " " + text)
        .or(
            () ->
                RecurrenceFixIt.ofPredictor(scheme)
                    .map(sentence -> " In the predictor, w" + sentence.substring(1)))
        .orElse("");
  }
}
