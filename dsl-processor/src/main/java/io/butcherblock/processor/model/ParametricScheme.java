package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.multivariate.ZeroInBox.Range;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A family of schemes: its coefficients are rational functions of free parameters, and give an
 * ordinary scheme for each value of these.
 */
public sealed interface ParametricScheme extends Scheme
    permits ParametricRungeKutta, ParametricMultistep {

  List<FreeParameter> parameters();

  /** Every function that is a number of the scheme, those that are constant too. */
  List<RationalFunction> functions();

  /**
   * The member of the family at a point that is no pole.
   *
   * @param values a number for each parameter, by name
   */
  Scheme at(Map<String, Exact> values);

  /** The member that training starts from. */
  Scheme start();

  /** The interval of each parameter, by name. */
  default Map<String, Range> box() {
    return parameters().stream()
        .collect(
            Collectors.toMap(
                FreeParameter::name, parameter -> new Range(parameter.low(), parameter.high())));
  }

  /** One number for each parameter, by name. */
  default Map<String, Exact> values(Function<FreeParameter, Exact> chosen) {
    return parameters().stream().collect(Collectors.toMap(FreeParameter::name, chosen));
  }

  /** The parameters as they are declared: {@code a in [1/3, 1], start 2/3}. */
  default String parametersText() {
    return parameters().stream().map(FreeParameter::toString).collect(Collectors.joining("; "));
  }
}
