package io.butcherblock.processor.parse;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.multivariate.RationalFunction;

/**
 * One term of the right-hand side of a recurrence, whose coefficient may depend on free parameters.
 *
 * @param back j in y[n-j]
 * @param steps how often h is a factor of it: 0, 1 or 2
 */
record FunctionTerm(Kind kind, int back, RationalFunction coefficient, int steps) {

  /** The term with its coefficient where that is a number, and with 1 where it is not. */
  Term shape() {
    return with(coefficient.isConstant() ? coefficient.constant() : Exact.ONE);
  }

  /** The term with a number in the place of the function. */
  Term with(Exact number) {
    return new Term(kind, back, number);
  }
}
