package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.order.PredictorCorrectorSeries;
import java.util.List;

/** The order that a corrector with its predictor claims holds, by B-series. */
public final class PredictorCorrectorClaim {

  private PredictorCorrectorClaim() {}

  /** Whether a corrector with its predictor has it. */
  static boolean holds(Multistep scheme) {
    return scheme.order() >= 1 && orderOf(scheme) >= scheme.order();
  }

  /** The same with other terms in its predictor. */
  public static boolean holdsWith(Multistep scheme, List<Term> predictor) {
    int corrections = scheme.predictor().orElseThrow().corrections();
    return holds(scheme.with(new Predictor(predictor, corrections)));
  }

  /** The order of both together; 0 where one of them is not consistent. */
  public static int orderOf(Multistep scheme) {
    return sumOfValues(scheme.predictor().orElseThrow().terms()).isOne()
            && sumOfValues(scheme.terms()).isOne()
        ? PredictorCorrectorSeries.orderOf(scheme)
        : 0;
  }

  /** The sum of the coefficients of y, which is 1 where a recurrence is consistent. */
  public static Exact sumOfValues(List<Term> terms) {
    return terms.stream()
        .filter(term -> term.kind() == Kind.VALUE)
        .map(Term::coefficient)
        .reduce(Exact.ZERO, Exact::plus);
  }
}
