package io.butcherblock.program;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A coefficient as a function of free parameters: a quotient of two polynomials.
 *
 * @param text as a textbook prints it: {@code (2 a - 1)/(2 a)}
 * @param parameters those that it depends on, at least one
 * @param numerator its terms
 * @param denominator its terms; 0 for no values of the parameters in their intervals
 */
public record Formula(
    String text,
    List<FreeParameter> parameters,
    List<Monomial> numerator,
    List<Monomial> denominator) {

  public Formula {
    parameters = List.copyOf(parameters);
    numerator = List.copyOf(numerator);
    denominator = List.copyOf(denominator);
  }

  /**
   * A number times powers of the parameters.
   *
   * @param coefficient the number
   * @param powers the exponents of the parameters, in their order
   */
  public record Monomial(double coefficient, List<Integer> powers) {

    public Monomial {
      powers = List.copyOf(powers);
    }

    /** A monomial with its exponents one by one. */
    public static Monomial of(double coefficient, Integer... powers) {
      return new Monomial(coefficient, List.of(powers));
    }
  }

  /**
   * The number that the coefficient is.
   *
   * @param logits the logit of a parameter by its name
   */
  public double value(ToDoubleFunction<String> logits) {
    double[] values =
        parameters.stream().mapToDouble(p -> p.value(logits.applyAsDouble(p.name()))).toArray();
    return sum(numerator, values) / sum(denominator, values);
  }

  private static double sum(List<Monomial> terms, double[] values) {
    double sum = 0;
    for (Monomial term : terms) {
      double product = term.coefficient();
      for (int i = 0; i < values.length; i++) {
        product *= Math.pow(values[i], term.powers().get(i));
      }
      sum += product;
    }
    return sum;
  }

  /** The same function of parameters with other names; its text stays the same. */
  public Formula renamed(UnaryOperator<String> names) {
    return new Formula(
        text,
        parameters.stream()
            .map(p -> new FreeParameter(names.apply(p.name()), p.low(), p.high()))
            .toList(),
        numerator,
        denominator);
  }
}
