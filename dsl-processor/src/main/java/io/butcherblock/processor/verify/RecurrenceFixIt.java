package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.polynomial.VonNeumann;
import io.butcherblock.processor.stability.Characteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the one coefficient of a recurrence whose correction makes the claimed order hold. */
final class RecurrenceFixIt {

  private RecurrenceFixIt() {}

  /**
   * The correction.
   *
   * @param q such that C_q is not 0
   */
  static Optional<String> of(Multistep scheme, int q) {
    Exact residual = ErrorConstants.of(scheme, q);
    for (int i = 0; i < scheme.terms().size(); i++) {
      Term term = scheme.terms().get(i);
      // C_q is linear in each coefficient.
      Exact slope =
          ErrorConstants.of(changed(scheme, i, term.coefficient().plus(Exact.ONE)), q)
              .minus(residual);
      if (!slope.isZero()) {
        Exact right = term.coefficient().minus(residual.over(slope));
        if (isRight(changed(scheme, i, right))) {
          return Optional.of(
              "With %s instead of %s as the coefficient of %s, order %d holds."
                  .formatted(
                      ShortText.entry(right),
                      ShortText.entry(term.coefficient()),
                      term.reference(),
                      scheme.order()));
        }
      }
    }
    return index(scheme);
  }

  private static Optional<String> index(Multistep scheme) {
    for (int i = 0; i < scheme.terms().size(); i++) {
      Term term = scheme.terms().get(i);
      for (int back = 0; back < scheme.backValues(); back++) {
        Term right = new Term(term.kind(), back, term.coefficient());
        if (isRight(changed(scheme, i, right))) {
          return Optional.of(
              "With %s instead of %s, order %d holds."
                  .formatted(right.reference(), term.reference(), scheme.order()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isRight(Multistep scheme) {
    return IntStream.rangeClosed(0, scheme.order())
            .allMatch(q -> ErrorConstants.of(scheme, q).isZero())
        && VonNeumann.isSimple(Characteristic.rho(scheme));
  }

  private static Multistep changed(Multistep scheme, int i, Exact coefficient) {
    Term term = scheme.terms().get(i);
    return changed(scheme, i, new Term(term.kind(), term.back(), coefficient));
  }

  private static Multistep changed(Multistep scheme, int i, Term term) {
    List<Term> terms = new ArrayList<>(scheme.terms());
    terms.set(i, term);
    return new Multistep(scheme.name(), scheme.order(), terms, scheme.steps(), scheme.start());
  }
}
