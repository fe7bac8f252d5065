package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.fixit.FamilyFixIt;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.order.ParametricConstants;
import java.util.List;

/**
 * C_0 = ... = C_p = 0 for every value of the parameters and the claimed order p, and C_(p+1) is not
 * 0 for some value.
 */
final class ParametricMultistepRule implements Rule<ParametricMultistep> {

  @Override
  public List<Finding> check(ParametricMultistep family) {
    for (int q = 0; q <= family.order(); q++) {
      RationalFunction residual = ParametricConstants.of(family, q);
      if (!residual.isZero()) {
        return List.of(
            Message.MULTISTEP_ORDER_TOO_HIGH.at(
                new Location.Recurrence(),
                family.name(),
                family.order(),
                q,
                new ErrorConstants(family.shape()).formula(q),
                residual,
                "",
                q >= 2
                    ? "order " + (q - 1) + " holds for every value"
                    : "it is not even consistent",
                FamilyFixIt.of(family, q).orElseGet(() -> FamilyText.wouldHold(family, residual))));
      }
    }
    int proved = family.order();
    while (proved < 2 * family.shape().backValues()
        && ParametricConstants.of(family, proved + 1).isZero()) {
      proved++;
    }
    return proved > family.order()
        ? List.of(BetterOrder.of(family.name(), family.order(), proved, Tolerance.NONE))
        : List.of();
  }
}
