package io.butcherblock.processor.fixit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.order.ErrorConstants;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A recurrence whose order fails, and what other terms have to fulfill.
 *
 * @param claimed the order that holds of what is accepted
 * @param constants those of the recurrence
 * @param residuals the multiples q! m C_q of {@link ErrorConstants} that the order asks to be 0
 * @param accepted whether terms that have the order are right besides
 */
record RecurrenceSearch(
    Multistep scheme,
    int claimed,
    ErrorConstants constants,
    List<Exact> residuals,
    Predicate<List<Term>> accepted) {

  static RecurrenceSearch of(Multistep scheme, int claimed, Predicate<List<Term>> accepted) {
    ErrorConstants constants = new ErrorConstants(scheme);
    List<Exact> residuals =
        IntStream.rangeClosed(0, scheme.lastConstant()).mapToObj(constants::whole).toList();
    return new RecurrenceSearch(scheme, claimed, constants, residuals, accepted);
  }

  boolean isAccepted(List<Term> terms) {
    return accepted.test(terms);
  }

  /** Whether all constants vanish with some terms added. */
  boolean vanish(Term... added) {
    return IntStream.rangeClosed(0, residuals.size() - 1)
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

  /** The advice: a beginning, and that the claimed order holds so. */
  Optional<String> holds(String with) {
    return Optional.of(String.format(Locale.ROOT, "%s, order %d holds.", with, claimed));
  }

  /** A term with a factor. */
  static Term times(Term term, Exact factor) {
    return new Term(term.kind(), term.back(), term.coefficient().times(factor));
  }
}
