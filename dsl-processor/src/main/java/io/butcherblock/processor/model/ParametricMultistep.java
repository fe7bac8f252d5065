package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A family of linear multistep schemes.
 *
 * @param shape a scheme with the terms, steps and start of all members; its coefficients stand for
 *     nothing
 * @param coefficients those of its terms as they are written
 * @param absorbs whether the terms of f are written without the step size, as in {@link
 *     Multistep#absorbing}
 */
public record ParametricMultistep(
    Multistep shape,
    List<FreeParameter> parameters,
    List<RationalFunction> coefficients,
    boolean absorbs)
    implements ParametricScheme {

  public ParametricMultistep {
    parameters = List.copyOf(parameters);
    coefficients = List.copyOf(coefficients);
  }

  @Override
  public String name() {
    return shape.name();
  }

  @Override
  public int order() {
    return shape.order();
  }

  @Override
  public List<RationalFunction> functions() {
    if (!absorbs) {
      return coefficients;
    }
    List<RationalFunction> functions = new ArrayList<>(coefficients);
    functions.add(absorbed());
    return functions;
  }

  /** Whether a factor c of f = c h g makes the recurrence consistent, but for single values. */
  public boolean canAbsorb() {
    return !slope().isZero() && !fields().isZero();
  }

  /** The factor c of f = c h g with the g of the ODE; 1 where f is that of the ODE. */
  public RationalFunction absorbed() {
    return absorbs ? slope().over(fields()) : RationalFunction.ONE;
  }

  /** rho'(1). */
  private RationalFunction slope() {
    RationalFunction sum = RationalFunction.ONE;
    for (int j = 1; j < shape.backValues(); j++) {
      sum = sum.plus(a(j).times(RationalFunction.constant(Exact.of(j))));
    }
    return sum;
  }

  private RationalFunction fields() {
    RationalFunction sum = RationalFunction.ZERO;
    for (int j = 0; j < shape.backValues(); j++) {
      sum = sum.plus(b(j));
    }
    return sum;
  }

  /** The coefficient of a term of the recurrence with h g in the place of f. */
  public RationalFunction coefficient(int term) {
    RationalFunction written = coefficients.get(term);
    return shape.terms().get(term).kind() == Kind.VALUE ? written : written.times(absorbed());
  }

  @Override
  public Multistep at(Map<String, Exact> values) {
    Multistep written =
        shape.withTerms(
            IntStream.range(0, coefficients.size())
                .mapToObj(
                    i -> {
                      Term term = shape.terms().get(i);
                      return new Term(term.kind(), term.back(), coefficients.get(i).at(values));
                    })
                .toList());
    return absorbs ? written.absorbing().orElseThrow() : written;
  }

  @Override
  public Multistep start() {
    return at(values(FreeParameter::start));
  }

  /** The same family with other coefficients. */
  public ParametricMultistep withCoefficients(List<RationalFunction> others) {
    return new ParametricMultistep(shape, parameters, others, absorbs);
  }

  /** a_j. */
  public RationalFunction a(int j) {
    return coefficient(Kind.VALUE, j);
  }

  /** b_j as written. */
  private RationalFunction b(int j) {
    return coefficient(Kind.VECTOR_FIELD, j);
  }

  private RationalFunction coefficient(Kind kind, int back) {
    return IntStream.range(0, coefficients.size())
        .filter(i -> shape.terms().get(i).kind() == kind && shape.terms().get(i).back() == back)
        .mapToObj(coefficients::get)
        .reduce(RationalFunction.ZERO, RationalFunction::plus);
  }
}
