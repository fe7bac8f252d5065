package io.butcherblock.processor.fixit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds two coefficients of a recurrence that stand one for the other. */
final class ExchangedTerms {

  private final RecurrenceSearch search;
  private final Multistep scheme;

  private ExchangedTerms(RecurrenceSearch search) {
    this.search = search;
    this.scheme = search.scheme();
  }

  /**
   * The correction.
   *
   * @param q such that C_q is not 0
   */
  static Optional<String> of(RecurrenceSearch search, int q) {
    return new ExchangedTerms(search).pair(q);
  }

  private Optional<String> pair(int q) {
    List<Exact> wholes = scheme.terms().stream().map(search.constants()::whole).toList();
    List<BigInteger> slopes =
        scheme.terms().stream().map(t -> search.constants().slope(t.kind(), t.back(), q)).toList();
    for (int j = 0; j < scheme.terms().size(); j++) {
      for (int i = 0; i < j; i++) {
        // The signs stand between the terms, and stay there where numbers are exchanged.
        for (Exact sign : List.of(Exact.ONE, Exact.of(-1))) {
          Exact more = wholes.get(j).times(sign).minus(wholes.get(i)).times(slopes.get(i));
          Exact andMore = wholes.get(i).times(sign).minus(wholes.get(j)).times(slopes.get(j));
          if (!search.residuals().get(q).plus(more).plus(andMore).isZero()) {
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
    if (!search.vanish(negated(first), rightFirst, negated(second), rightSecond)) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, rightFirst);
    terms.set(j, rightSecond);
    return search.isAccepted(terms)
        ? search.holds(
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

  private static Term negated(Term term) {
    return RecurrenceSearch.times(term, Exact.of(-1));
  }
}
