package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.polynomial.RootsInInterval;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What messages and proofs say of the parameters of a family. */
final class FamilyText {

  private FamilyText() {}

  /** The intervals of some parameters: {@code a in [0, 1], b in [0, 1/2]}. */
  static String intervals(ParametricScheme family, Collection<String> names) {
    return family.parameters().stream()
        .filter(parameter -> names.contains(parameter.name()))
        .map(parameter -> parameter.name() + " in " + interval(parameter))
        .collect(Collectors.joining(", "));
  }

  /** The intervals of all parameters. */
  static String intervals(ParametricScheme family) {
    return intervals(family, family.parameters().stream().map(FreeParameter::name).toList());
  }

  static String interval(FreeParameter parameter) {
    return "[" + parameter.low() + ", " + parameter.high() + "]";
  }

  /** For which values of the parameters two sides that differ by a function are equal. */
  static String wouldHold(ParametricScheme family, RationalFunction difference) {
    if (difference.isConstant()) {
      return "No value of the parameters changes that.";
    }
    List<String> names = List.copyOf(difference.numerator().variables());
    if (names.isEmpty()) {
      return "It holds for no value of " + String.join(", ", difference.variables()) + ".";
    }
    if (names.size() > 1) {
      return "It would hold where " + difference.numerator() + " = 0 only.";
    }
    FreeParameter parameter =
        family.parameters().stream()
            .filter(p -> p.name().equals(names.get(0)))
            .findFirst()
            .orElseThrow();
    try {
      String values =
          RootsInInterval.of(difference.numerator().univariate(), parameter.low(), parameter.high())
              .stream()
              .map(RootsInInterval.Root::toString)
              .collect(Collectors.joining(" and "));
      String within = " in " + interval(parameter);
      return values.isEmpty()
          ? "It holds for no value of " + parameter.name() + within + "."
          : "Of all values"
              + within
              + ", it holds for "
              + parameter.name()
              + " = "
              + values
              + " only.";
    } catch (TooMuchWork e) {
      return "It would hold where " + difference.numerator() + " = 0 only.";
    }
  }
}
