package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.claim.PredictorCorrectorClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import io.butcherblock.processor.order.ErrorConstants;
import java.math.BigInteger;
import java.util.ArrayList;
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

  private final RecurrenceSearch search;
  private final Multistep scheme;
  private final ErrorConstants constants;
  private final List<Exact> residuals;

  private RecurrenceFixIt(RecurrenceSearch search) {
    this.search = search;
    this.scheme = search.scheme();
    this.constants = search.constants();
    this.residuals = search.residuals();
  }

  /**
   * The correction; only where there is no other, one that looks back to more values than the steps
   * of a block allow.
   *
   * @param q such that C_q is not 0
   */
  public static Optional<String> of(Multistep scheme, int q) {
    Predicate<List<Term>> accepted = terms -> MultistepClaim.isZeroStable(scheme.withTerms(terms));
    return of(scheme, q, scheme.order(), and(scheme, true, accepted))
        .or(() -> of(scheme, q, scheme.order(), and(scheme, false, accepted)));
  }

  /**
   * The correction of the predictor of a scheme whose corrector has the claimed order. It is looked
   * for with the highest order that a predictor may have, as few corrections give that; but first
   * among those that the steps of a block allow.
   */
  public static Optional<String> ofPredictor(Multistep scheme) {
    return ofPredictor(scheme, true).or(() -> ofPredictor(scheme, false));
  }

  private static Optional<String> ofPredictor(Multistep scheme, boolean fits) {
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
                          and(
                              scheme,
                              fits,
                              terms -> PredictorCorrectorClaim.holdsWith(scheme, terms))));
      if (correction.isPresent()) {
        return correction;
      }
    }
    return Optional.empty();
  }

  /** What is accepted of the terms for which a block has steps enough, or of the others. */
  private static Predicate<List<Term>> and(
      Multistep scheme, boolean fits, Predicate<List<Term>> accepted) {
    return terms -> fitsIntoBlock(scheme, terms) == fits && accepted.test(terms);
  }

  /** Whether a block has steps left behind those of its starting procedure. */
  private static boolean fitsIntoBlock(Multistep scheme, List<Term> terms) {
    int farthest = terms.stream().mapToInt(Term::back).max().orElse(0);
    return scheme.carriesHistory()
        || scheme.start() instanceof ZeroHistory
        || farthest < scheme.steps();
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
    RecurrenceSearch search = RecurrenceSearch.of(scheme, claimed, isAccepted);
    RecurrenceFixIt fixIt = new RecurrenceFixIt(search);
    return fixIt
        .coefficient(q)
        .or(fixIt::index)
        .or(() -> ExchangedTerms.of(search, q))
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
                  search.claimed()));
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
        if (!isThere(right)
            && search.vanish(RecurrenceSearch.times(term, Exact.of(-1)), right)
            && isAccepted(i, right)) {
          return search.holds("With " + right.reference() + " instead of " + term.reference());
        }
      }
    }
    return Optional.empty();
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
          if (!isThere(term) && search.vanish(term) && search.isAccepted(terms)) {
            return search.holds("With the term " + text(term) + " added");
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
    if (factor.isZero()
        || !search.vanish(
            fields.stream().map(t -> RecurrenceSearch.times(t, more)).toArray(Term[]::new))) {
      return Optional.empty();
    }
    List<Term> terms =
        scheme.terms().stream()
            .map(term -> term.kind() == Kind.VALUE ? term : RecurrenceSearch.times(term, factor))
            .toList();
    return search.isAccepted(terms)
        ? search.holds("With all coefficients of f multiplied by " + ShortText.entry(factor))
        : Optional.empty();
  }

  private boolean isThere(Term term) {
    return scheme.terms().stream()
        .anyMatch(other -> other.kind() == term.kind() && other.back() == term.back());
  }

  private boolean isAccepted(int i, Term term) {
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, term);
    return search.isAccepted(terms);
  }
}
