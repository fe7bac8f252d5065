package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.order.PredictorCorrectorSeries;
import java.util.List;

/**
 * A corrector with its predictor has the order that it claims, by B-series. What is wrong is told
 * of the corrector where that lacks the order, and else of the predictor.
 */
final class PredictorCorrectorOrderRule implements Rule<Multistep> {

  private static final MultistepOrderRule OF_RECURRENCE = new MultistepOrderRule();

  @Override
  public List<Finding> check(Multistep scheme) {
    Predictor predictor = scheme.predictor().orElseThrow();
    Location member = new Location.Member("predictor");
    Exact sum = sumOfValues(predictor.terms());
    if (!sum.isOne()) {
      String correction =
          MultistepOrderRule.holds(scheme.withoutPredictor()) ? correction(scheme) : "";
      return List.of(Message.PREDICTOR_INCONSISTENT.at(member, scheme.name(), sum, correction));
    }
    Multistep corrector = scheme.withoutPredictor();
    int proved = sumOfValues(scheme.terms()).isOne() ? PredictorCorrectorSeries.orderOf(scheme) : 0;
    if (proved > scheme.order()) {
      return List.of(
          Message.ORDER_TOO_LOW.at(
              new Location.Member("order"), scheme.name(), scheme.order(), proved));
    }
    if (proved == scheme.order()) {
      return List.of();
    }
    if (!MultistepOrderRule.holds(corrector)) {
      return OF_RECURRENCE.check(corrector);
    }
    return List.of(
        Message.PREDICTOR_ORDER.at(
            member,
            scheme.name(),
            scheme.order(),
            orderOf(scheme.withTerms(predictor.terms()).withoutPredictor()),
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

  /** Whether a scheme has the order that it claims, where its corrector alone has it. */
  static boolean isRight(Multistep scheme, List<Term> predictor) {
    Predictor right = new Predictor(predictor, scheme.predictor().orElseThrow().corrections());
    return sumOfValues(predictor).isOne()
        && PredictorCorrectorSeries.orderOf(scheme.with(right)) >= scheme.order();
  }

  private static Exact sumOfValues(List<Term> terms) {
    return terms.stream()
        .filter(term -> term.kind() == Kind.VALUE)
        .map(Term::coefficient)
        .reduce(Exact.ZERO, Exact::plus);
  }

  /** The order of a recurrence alone; -1 if the coefficients of y do not sum to 1. */
  static int orderOf(Multistep recurrence) {
    ErrorConstants constants = new ErrorConstants(recurrence);
    int order = -1;
    while (order <= recurrence.mostConditions() && constants.whole(order + 1).isZero()) {
      order++;
    }
    return order;
  }

  static boolean holds(Multistep scheme) {
    return PositiveOrderRule.holds(scheme)
        && !Finding.anyError(new PredictorCorrectorOrderRule().check(scheme));
  }
}
