package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.RecurrenceFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.ErrorConstants;
import java.util.List;
import java.util.Optional;

/**
 * Of a scheme without a predictor, C_0 = ... = C_(p+d-1) = 0 for the claimed order p of a scheme
 * for y^(d) = f(y), and C_(p+d) is not 0 (Hairer, N&oslash;rsett, Wanner I, Theorem III.2.4 and
 * section III.10); consistency is C_0 = ... = C_d = 0.
 */
final class MultistepOrderRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    if (scheme.predictor().isPresent() || !PositiveOrderRule.holds(scheme)) {
      return List.of();
    }
    Optional<Integer> failing = ErrorConstants.firstFailing(scheme);
    if (failing.isPresent()) {
      return List.of(tooHigh(scheme, failing.get()));
    }
    int proved = highestOrder(scheme);
    return proved > scheme.order()
        ? List.of(BetterOrder.of(scheme.name(), scheme.order(), proved, Tolerance.NONE))
        : List.of();
  }

  private static Finding tooHigh(Multistep scheme, int q) {
    Exact residual = ErrorConstants.of(scheme, q);
    boolean rounded =
        RoundedCoefficients.explain(
            residual,
            RoundedCoefficients.coefficients(scheme.terms()),
            scheme.spelling()::isDecimal);
    return Message.MULTISTEP_ORDER_TOO_HIGH.at(
        new Location.Recurrence(),
        scheme.name(),
        scheme.order(),
        q,
        new ErrorConstants(scheme).formula(q),
        ShortText.ofDifference(residual),
        rounded ? RoundedCoefficients.QUESTION : "",
        q > scheme.equationOrder()
            ? "order " + (q - scheme.equationOrder()) + " holds"
            : rounded ? "not even order 1 holds exactly" : "it is not even consistent",
        RoundedCoefficients.simpleFractions(scheme)
            .or(() -> RecurrenceFixIt.of(scheme, q))
            .orElse(
                rounded
                    ? RoundedCoefficients.advice()
                    : "Compare the coefficients with their source"
                        + (q > scheme.equationOrder()
                            ? ", or claim order " + (q - scheme.equationOrder()) + "."
                            : ".")));
  }

  private static int highestOrder(Multistep scheme) {
    ErrorConstants constants = new ErrorConstants(scheme);
    int last = scheme.lastConstant();
    while (last < scheme.mostConditions() && constants.whole(last + 1).isZero()) {
      last++;
    }
    return last - scheme.lastConstant() + scheme.order();
  }
}
