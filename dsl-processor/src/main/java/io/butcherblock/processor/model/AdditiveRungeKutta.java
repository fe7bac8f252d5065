package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An additive Runge-Kutta scheme for y' = f(y) + g(y): Y_i = y + h sum_j (a_ij f(Y_j) + A_ij
 * g(Y_j)), and the result is y + h sum_i (b_i f(Y_i) + B_i g(Y_i)) (Kennedy and Carpenter, Appl.
 * Numer. Math. 44, 2003, section 2).
 *
 * @param f the tableau of f
 * @param g the tableau of g, with as many stages
 * @param splitting how it is written, where that is not by its tableaus
 */
public record AdditiveRungeKutta(
    String name,
    int order,
    RungeKutta f,
    RungeKutta g,
    Tolerance tolerance,
    Optional<Splitting> splitting)
    implements TableauPair {

  private static final Exact HALF = Exact.of(1, 2);

  /** A scheme that is written by its tableaus. */
  public AdditiveRungeKutta(
      String name, int order, RungeKutta f, RungeKutta g, Tolerance tolerance) {
    this(name, order, f, g, tolerance, Optional.empty());
  }

  @Override
  public RungeKutta first() {
    return f;
  }

  @Override
  public RungeKutta second() {
    return g;
  }

  @Override
  public String firstName() {
    return "f";
  }

  @Override
  public String secondName() {
    return "g";
  }

  @Override
  public boolean isExplicit() {
    return f.isExplicit() && g.isExplicit();
  }

  @Override
  public AdditiveRungeKutta withTableaus(RungeKutta otherF, RungeKutta otherG) {
    return new AdditiveRungeKutta(name, order, otherF, otherG, tolerance);
  }

  @Override
  public AdditiveRungeKutta withTolerance(Tolerance other) {
    return new AdditiveRungeKutta(name, order, f, g, other, splitting);
  }

  /** What is evaluated, each once. */
  public AdditiveEvaluations evaluations() {
    return AdditiveEvaluations.of(this);
  }

  /** What the scheme is for f = g = half of a vector field: the mean of both tableaus. */
  public RungeKutta mean() {
    return new RungeKutta(
            name,
            order,
            IntStream.range(0, f.stages()).mapToObj(i -> mean(f.a().get(i), g.a().get(i))).toList(),
            mean(weights(f), weights(g)),
            Exact.ONE,
            mean(f.c(), g.c()))
        .withTolerance(tolerance);
  }

  private static List<Exact> weights(RungeKutta tableau) {
    return IntStream.range(0, tableau.stages()).mapToObj(tableau::b).toList();
  }

  private static List<Exact> mean(List<Exact> some, List<Exact> others) {
    return IntStream.range(0, some.size())
        .mapToObj(i -> some.get(i).plus(others.get(i)).times(HALF))
        .toList();
  }
}
