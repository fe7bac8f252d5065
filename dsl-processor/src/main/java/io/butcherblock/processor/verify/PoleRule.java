package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.multivariate.MultivariatePolynomial;
import io.butcherblock.processor.multivariate.ZeroInBox;
import io.butcherblock.processor.multivariate.ZeroInBox.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** No coefficient has a pole for values of the parameters in their intervals. */
final class PoleRule implements Rule<ParametricScheme> {

  @Override
  public List<Finding> check(ParametricScheme family) {
    Map<String, Range> box =
        family.parameters().stream()
            .collect(
                Collectors.toMap(
                    FreeParameter::name,
                    parameter -> new Range(parameter.low(), parameter.high())));
    return family.functions().stream()
        .flatMap(function -> function.factors().keySet().stream())
        .distinct()
        .flatMap(factor -> finding(family, factor, box).stream())
        .toList();
  }

  private static Optional<Finding> finding(
      ParametricScheme family, MultivariatePolynomial factor, Map<String, Range> box) {
    Location where = new Location.Parameter(factor.variables().iterator().next());
    String intervals = FamilyText.intervals(family, factor.variables());
    String one = factor.variables().size() == 1 ? "an interval" : "intervals";
    try {
      return ZeroInBox.of(factor, box)
          .map(
              zero ->
                  Message.POLE.at(where, family.name(), factor, zero + ", in " + intervals, one));
    } catch (TooMuchWork e) {
      return Optional.of(Message.POLE_UNDECIDED.at(where, family.name(), factor, intervals));
    }
  }
}
