package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A family of Runge-Kutta schemes. Indices count from 0.
 *
 * @param a the full square of coefficients, zeros written out
 * @param weights the weights as written, without their common factor
 * @param factor the common factor of the weights, 1 where none is written
 * @param c the abscissae
 */
public record ParametricRungeKutta(
    String name,
    int order,
    List<FreeParameter> parameters,
    List<List<RationalFunction>> a,
    List<RationalFunction> weights,
    RationalFunction factor,
    List<RationalFunction> c)
    implements ParametricScheme {

  public ParametricRungeKutta {
    parameters = List.copyOf(parameters);
    a = a.stream().map(List::copyOf).toList();
    weights = List.copyOf(weights);
    c = List.copyOf(c);
  }

  public int stages() {
    return weights.size();
  }

  /** The weight b_j: the written one times the common factor. */
  public RationalFunction b(int j) {
    return factor.times(weights.get(j));
  }

  @Override
  public List<RationalFunction> functions() {
    List<RationalFunction> functions = new ArrayList<>(c);
    a.forEach(functions::addAll);
    functions.addAll(weights);
    functions.add(factor);
    for (int j = 0; j < stages(); j++) {
      functions.add(b(j));
    }
    return functions;
  }

  @Override
  public RungeKutta at(Map<String, Exact> values) {
    return new RungeKutta(
        name,
        order,
        a.stream().map(row -> at(row, values)).toList(),
        at(weights, values),
        factor.at(values),
        at(c, values));
  }

  @Override
  public RungeKutta start() {
    return at(values(FreeParameter::start));
  }

  /** The same family with other coefficients, weights as written and abscissae. */
  public ParametricRungeKutta with(
      List<List<RationalFunction>> otherA,
      List<RationalFunction> otherWeights,
      List<RationalFunction> otherC) {
    return new ParametricRungeKutta(name, order, parameters, otherA, otherWeights, factor, otherC);
  }

  private static List<Exact> at(List<RationalFunction> functions, Map<String, Exact> values) {
    return functions.stream().map(function -> function.at(values)).toList();
  }
}
