package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.claim.PredictorCorrectorClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.order.ErrorConstants;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the one coefficient of a recurrence whose correction makes the claimed order hold. */
public final class RecurrenceFixIt {

  private final Multistep scheme;
  private final int claimed;
  private final Predicate<List<Term>> isAccepted;
  private final ErrorConstants constants;

  /** The multiples q! m C_q of {@link ErrorConstants} that the order asks to be 0. */
  private final List<Exact> residuals;

  private RecurrenceFixIt(Multistep scheme, int claimed, Predicate<List<Term>> isAccepted) {
    this.scheme = scheme;
    this.claimed = claimed;
    this.isAccepted = isAccepted;
    this.constants = new ErrorConstants(scheme);
    this.residuals =
        IntStream.rangeClosed(0, scheme.lastConstant()).mapToObj(constants::whole).toList();
  }

  /**
   * The correction.
   *
   * @param q such that C_q is not 0
   */
  public static Optional<String> of(Multistep scheme, int q) {
    return of(
        scheme, q, scheme.order(), terms -> MultistepClaim.isZeroStable(scheme.withTerms(terms)));
  }

  /**
   * The correction of the predictor of a scheme whose corrector has the claimed order. It is looked
   * for with the highest order that a predictor may have, as few corrections give that.
   */
  public static Optional<String> ofPredictor(Multistep scheme) {
    Predictor predictor = scheme.predictor().orElseThrow();
    Multistep alone =
        scheme.withTerms(predictor.terms()).withoutPredictor().withSpelling(predictor.spelling());
    int lowest = Math.max(1, scheme.order() - predictor.corrections());
    for (int order = scheme.order(); order >= lowest; order--) {
      Multistep claiming = alone.withOrder(order);
      Optional<String> correction =
          ErrorConstants.firstFailing(claiming)
              .flatMap(
                  q ->
                      of(
                          claiming,
                          q,
                          scheme.order(),
                          terms -> PredictorCorrectorClaim.holdsWith(scheme, terms)));
      if (correction.isPresent()) {
        return correction;
      }
    }
    return Optional.empty();
  }

  /**
   * The correction.
   *
   * @param claimed the order that holds of what is accepted
   */
  private static Optional<String> of(
      Multistep scheme, int q, int claimed, Predicate<List<Term>> isAccepted) {
    if (scheme.lastConstant() >= scheme.mostConditions()) {
      return Optional.empty();
    }
    RecurrenceFixIt fixIt = new RecurrenceFixIt(scheme, claimed, isAccepted);
    return fixIt.coefficient(q).or(fixIt::index);
  }

  private Optional<String> coefficient(int q) {
    for (int i = 0; i < scheme.terms().size(); i++) {
      Term term = scheme.terms().get(i);
      BigInteger slope = constants.slope(term.kind(), term.back(), q);
      if (slope.signum() != 0 && vanishTogether(term, q, slope)) {
        Exact growth = residuals.get(q).over(constants.common().times(slope));
        Exact right = term.coefficient().minus(growth);
        if (isAccepted(i, new Term(term.kind(), term.back(), right))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "With %s instead of %s as the coefficient of %s, order %d holds.",
                  scheme.spelling().inPlaceOf(term.coefficient(), right),
                  scheme.spelling().of(term.coefficient()),
                  term.reference(),
                  claimed));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the change of a coefficient by which C_q vanishes lets all constants vanish. */
  private boolean vanishTogether(Term term, int q, BigInteger slope) {
    return IntStream.rangeClosed(0, scheme.lastConstant())
        .allMatch(
            other ->
                residuals
                    .get(other)
                    .times(slope)
                    .equals(
                        residuals.get(q).times(constants.slope(term.kind(), term.back(), other))));
  }

  private Optional<String> index() {
    for (int i = 0; i < scheme.terms().size(); i++) {
      Term term = scheme.terms().get(i);
      for (int back = 0; back < scheme.backValues(); back++) {
        Term right = new Term(term.kind(), back, term.coefficient());
        if (!isThere(right) && vanish(term, right) && isAccepted(i, right)) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "With %s instead of %s, order %d holds.",
                  right.reference(),
                  term.reference(),
                  claimed));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isThere(Term term) {
    return scheme.terms().stream()
        .anyMatch(other -> other.kind() == term.kind() && other.back() == term.back());
  }

  private boolean vanish(Term term, Term right) {
    Exact coefficient = constants.whole(term);
    return IntStream.rangeClosed(0, scheme.lastConstant())
        .allMatch(
            q -> {
              BigInteger change =
                  constants
                      .slope(term.kind(), right.back(), q)
                      .subtract(constants.slope(term.kind(), term.back(), q));
              return residuals.get(q).plus(coefficient.times(change)).isZero();
            });
  }

  private boolean isAccepted(int i, Term term) {
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, term);
    return isAccepted.test(terms);
  }
}
