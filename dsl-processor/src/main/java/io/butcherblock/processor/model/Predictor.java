package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Term;
import java.util.List;

/**
 * What makes an implicit recurrence, the corrector, computable: an explicit one gives a value
 * y[n+1], and the corrector a new one, with f[n+1] taken at the last; the method P(EC)^m E (Hairer,
 * N&oslash;rsett, Wanner I, section III.1).
 *
 * @param terms the right-hand side of the explicit recurrence, as it is written
 * @param corrections m, at least 1
 * @param spelling how its coefficients are written
 */
public record Predictor(List<Term> terms, int corrections, Spelling spelling) {

  /** One whose coefficients are written in the usual way. */
  public Predictor(List<Term> terms, int corrections) {
    this(terms, corrections, Spelling.NONE);
  }

  public Predictor {
    terms = List.copyOf(terms);
  }

  /** The same with a factor in all terms of f. */
  Predictor absorbing(Exact factor) {
    List<Term> others = terms.stream().map(term -> term.absorbing(factor)).toList();
    return new Predictor(others, corrections, spelling);
  }
}
