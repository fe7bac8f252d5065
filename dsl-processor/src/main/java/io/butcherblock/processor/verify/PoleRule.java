package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.FamilyClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.multivariate.MultivariatePolynomial;
import java.util.List;
import java.util.Optional;

/** No coefficient has a pole for values of the parameters in their intervals. */
final class PoleRule implements Rule<ParametricScheme> {

  @Override
  public List<Finding> check(ParametricScheme family) {
    return family.functions().stream()
        .flatMap(function -> function.factors().keySet().stream())
        .distinct()
        .flatMap(factor -> finding(family, factor).stream())
        .toList();
  }

  private static Optional<Finding> finding(ParametricScheme family, MultivariatePolynomial factor) {
    Location where = new Location.Parameter(factor.variables().iterator().next());
    String intervals = FamilyText.intervals(family, factor.variables());
    String one = factor.variables().size() == 1 ? "an interval" : "intervals";
    try {
      return FamilyClaim.pole(family, factor)
          .map(
              zero ->
                  Message.POLE.at(where, family.name(), factor, zero + ", in " + intervals, one));
    } catch (TooMuchWork e) {
      return Optional.of(Message.POLE_UNDECIDED.at(where, family.name(), factor, intervals));
    }
  }
}
