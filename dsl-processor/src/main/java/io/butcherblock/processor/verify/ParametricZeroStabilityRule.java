package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.multivariate.MultivariatePolynomial;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.polynomial.OffendingRoot;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.RootsInInterval;
import io.butcherblock.processor.stability.ParametricRootCondition;
import io.butcherblock.processor.stability.ParametricRootCondition.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The root condition holds for every value of the parameter that rho depends on. */
final class ParametricZeroStabilityRule implements Rule<ParametricMultistep> {

  @Override
  public List<Finding> check(ParametricMultistep family) {
    SortedSet<String> names = new TreeSet<>();
    for (int j = 0; j < family.shape().backValues(); j++) {
      names.addAll(family.a(j).variables());
    }
    if (names.size() > 1) {
      return List.of(
          undecided(
              family,
              "rho(z) depends on "
                  + String.join(" and ", names)
                  + ", and may depend on one parameter only"));
    }
    if (names.isEmpty()) {
      return new ZeroStabilityRule().check(family.at(family.values(FreeParameter::start)));
    }
    FreeParameter parameter =
        family.parameters().stream()
            .filter(p -> names.contains(p.name()))
            .findFirst()
            .orElseThrow();
    try {
      return new ParametricRootCondition(rho(family))
          .failure(parameter.low(), parameter.high()).stream()
              .map(failure -> finding(family, parameter, failure))
              .toList();
    } catch (TooMuchWork e) {
      return List.of(undecided(family, "it would take too long"));
    }
  }

  /** A multiple of rho without denominators, by power of z. */
  private static List<Polynomial> rho(ParametricMultistep family) {
    int k = family.shape().backValues();
    List<RationalFunction> coefficients = new ArrayList<>();
    for (int power = 0; power < k; power++) {
      coefficients.add(family.a(k - 1 - power).negate());
    }
    coefficients.add(RationalFunction.ONE);
    RationalFunction common = RationalFunction.ONE;
    for (RationalFunction coefficient : coefficients) {
      MultivariatePolynomial left = coefficient.times(common).denominator();
      common = common.times(RationalFunction.of(left));
    }
    List<Polynomial> rho = new ArrayList<>();
    for (RationalFunction coefficient : coefficients) {
      rho.add(coefficient.times(common).numerator().univariate());
    }
    return rho;
  }

  private static Finding finding(
      ParametricMultistep family, FreeParameter parameter, Failure failure) {
    if (failure instanceof Failure.At at) {
      OffendingRoot root = OffendingRoot.of(at.rho());
      return Message.NOT_ZERO_STABLE_FOR.at(
          new Location.Parameter(parameter.name()),
          family.name(),
          parameter.name() + " = " + at.value(),
          at.rho(),
          root.text(),
          root.reason(),
          FamilyText.interval(parameter),
          holds(family, parameter));
    }
    return undecided(family, ((Failure.Undecided) failure).reason());
  }

  /** Where it holds instead. */
  private static String holds(ParametricMultistep family, FreeParameter parameter) {
    try {
      return new ParametricRootCondition(rho(family))
          .holds(parameter.low(), parameter.high(), parameter.start())
          .map(
              range ->
                  ": it holds for %s %s %s %s %s"
                      .formatted(
                          range.from(),
                          relation(family, range.from()),
                          parameter.name(),
                          relation(family, range.to()),
                          range.to()))
          .orElse("");
    } catch (TooMuchWork e) {
      return "";
    }
  }

  /** Whether an end belongs to a range. */
  private static String relation(ParametricMultistep family, RootsInInterval.Root end) {
    return end.isExact() && new ParametricRootCondition(rho(family)).holdsAt(end.low())
        ? "<="
        : "<";
  }

  private static Finding undecided(ParametricMultistep family, String reason) {
    return Message.ZERO_STABILITY_UNDECIDED.at(new Location.Recurrence(), family.name(), reason);
  }
}
