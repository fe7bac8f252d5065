package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.claim.PredictorCorrectorClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.order.ErrorConstants;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the one slip of a recurrence whose correction makes the claimed order hold: a coefficient,
 * an index, two coefficients that are exchanged, a term that is missing, or a factor of all terms
 * of f.
 */
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
    // A term that looks back one step farther has a coefficient more, and so has y beside f.
    if (scheme.lastConstant() >= scheme.mostConditions() + 2) {
      return Optional.empty();
    }
    RecurrenceFixIt fixIt = new RecurrenceFixIt(scheme, claimed, isAccepted);
    return fixIt
        .coefficient(q)
        .or(fixIt::index)
        .or(() -> fixIt.exchange(q))
        .or(() -> fixIt.missing(q))
        .or(() -> fixIt.factor(q));
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
      for (int back = 0; back <= scheme.backValues(); back++) {
        Term right = new Term(term.kind(), back, term.coefficient());
        if (!isThere(right) && vanish(negated(term), right) && isAccepted(i, right)) {
          return holds("With " + right.reference() + " instead of " + term.reference());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> exchange(int q) {
    List<Exact> wholes = scheme.terms().stream().map(constants::whole).toList();
    List<BigInteger> slopes =
        scheme.terms().stream().map(t -> constants.slope(t.kind(), t.back(), q)).toList();
    for (int j = 0; j < scheme.terms().size(); j++) {
      for (int i = 0; i < j; i++) {
        // The signs stand between the terms, and stay there where numbers are exchanged.
        for (Exact sign : List.of(Exact.ONE, Exact.of(-1))) {
          Exact more = wholes.get(j).times(sign).minus(wholes.get(i)).times(slopes.get(i));
          Exact andMore = wholes.get(i).times(sign).minus(wholes.get(j)).times(slopes.get(j));
          if (!residuals.get(q).plus(more).plus(andMore).isZero()) {
            // Of many pairs few are left.
            continue;
          }
          Exact ofFirst = scheme.terms().get(j).coefficient().times(sign);
          Exact ofSecond = scheme.terms().get(i).coefficient().times(sign);
          Optional<String> found = exchange(i, j, ofFirst, ofSecond);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> exchange(int i, int j, Exact ofFirst, Exact ofSecond) {
    Term first = scheme.terms().get(i);
    Term second = scheme.terms().get(j);
    Term rightFirst = new Term(first.kind(), first.back(), ofFirst);
    Term rightSecond = new Term(second.kind(), second.back(), ofSecond);
    if (rightFirst.equals(first)
        || !vanish(negated(first), rightFirst, negated(second), rightSecond)) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, rightFirst);
    terms.set(j, rightSecond);
    return isAccepted.test(terms)
        ? holds(
            String.format(
                Locale.ROOT,
                "With %s as the coefficient of %s and %s as that of %s",
                text(second, rightFirst),
                first.reference(),
                text(first, rightSecond),
                second.reference()))
        : Optional.empty();
  }

  /** The coefficient of another term, or its negative, as it is written. */
  private String text(Term written, Term right) {
    Exact number = scheme.written(right);
    return written.coefficient().equals(right.coefficient())
        ? scheme.spelling().of(number)
        : scheme.spelling().inPlaceOf(scheme.written(written), number);
  }

  /** A term that was left out, up to one step farther back than the others. */
  private Optional<String> missing(int q) {
    for (Kind kind : Kind.values()) {
      for (int back = 0; back <= scheme.backValues(); back++) {
        BigInteger slope = constants.slope(kind, back, q);
        if (slope.signum() != 0) {
          Exact coefficient = residuals.get(q).over(constants.common().times(slope)).negate();
          Term term = new Term(kind, back, coefficient);
          List<Term> terms = new ArrayList<>(scheme.terms());
          terms.add(term);
          if (!isThere(term) && vanish(term) && isAccepted.test(terms)) {
            return holds("With the term " + text(term) + " added");
          }
        }
      }
    }
    return Optional.empty();
  }

  private String text(Term term) {
    Exact c = term.coefficient();
    String step = term.kind() == Kind.VALUE ? "" : scheme.stepText();
    return Stream.of(
            c.isOne() ? "" : c.negate().isOne() ? "-" : ShortText.entry(c), step, term.reference())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "))
        .replaceFirst("^- ", "-");
  }

  /** A common denominator that is wrong. */
  private Optional<String> factor(int q) {
    List<Term> fields =
        scheme.terms().stream().filter(term -> term.kind() == Kind.VECTOR_FIELD).toList();
    Exact part = Exact.ZERO;
    for (Term term : fields) {
      part = part.plus(constants.whole(term).times(constants.slope(term.kind(), term.back(), q)));
    }
    if (part.isZero()) {
      return Optional.empty();
    }
    Exact more = residuals.get(q).over(part).negate();
    Exact factor = more.plus(Exact.ONE);
    if (factor.isZero() || !vanish(fields.stream().map(t -> times(t, more)).toArray(Term[]::new))) {
      return Optional.empty();
    }
    List<Term> terms =
        scheme.terms().stream()
            .map(term -> term.kind() == Kind.VALUE ? term : times(term, factor))
            .toList();
    return isAccepted.test(terms)
        ? holds("With all coefficients of f multiplied by " + ShortText.entry(factor))
        : Optional.empty();
  }

  private Optional<String> holds(String with) {
    return Optional.of(String.format(Locale.ROOT, "%s, order %d holds.", with, claimed));
  }

  private static Term negated(Term term) {
    return times(term, Exact.of(-1));
  }

  private static Term times(Term term, Exact factor) {
    return new Term(term.kind(), term.back(), term.coefficient().times(factor));
  }

  private boolean isThere(Term term) {
    return scheme.terms().stream()
        .anyMatch(other -> other.kind() == term.kind() && other.back() == term.back());
  }

  /** Whether all constants vanish with some terms added. */
  private boolean vanish(Term... added) {
    return IntStream.rangeClosed(0, scheme.lastConstant())
        .allMatch(
            q ->
                Arrays.stream(added)
                    .map(
                        term ->
                            constants
                                .whole(term)
                                .times(constants.slope(term.kind(), term.back(), q)))
                    .reduce(residuals.get(q), Exact::plus)
                    .isZero());
  }

  private boolean isAccepted(int i, Term term) {
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, term);
    return isAccepted.test(terms);
  }
}
