package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.stream.IntStream;

/** The {@link ErrorConstants} of a family of recurrences, as functions of its parameters. */
public final class ParametricConstants {

  private ParametricConstants() {}

  /** C_q, q at least 0. */
  public static RationalFunction of(ParametricMultistep family, int q) {
    RationalFunction sum = RationalFunction.ONE.times(overFactorial(Exact.ONE, q));
    for (int i = 0; i < family.coefficients().size(); i++) {
      sum = sum.plus(family.coefficient(i).times(slope(family, i, q)));
    }
    return sum;
  }

  /** What C_q grows by as the coefficient of a term, from 0, grows by 1: a constant. */
  public static RationalFunction slope(ParametricMultistep family, int term, int q) {
    Term of = family.shape().terms().get(term);
    ErrorConstants constants = new ErrorConstants(family.shape());
    return overFactorial(Exact.ONE.times(constants.slope(of.kind(), of.back(), q)), q);
  }

  private static RationalFunction overFactorial(Exact number, int q) {
    Exact factorial =
        IntStream.rangeClosed(1, q).mapToObj(Exact::of).reduce(Exact.ONE, Exact::times);
    return RationalFunction.constant(number.over(factorial));
  }
}
