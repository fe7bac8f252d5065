package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A splitting method for y' = f(y) + g(y): steps with f and with g, each by a Runge-Kutta method
 * (Hairer, Lubich, Wanner, Geometric Numerical Integration, eq. II.(5.6)).
 *
 * @param steps first to last
 * @param method of each step, explicit
 * @param spelling how the sizes of steps are written
 */
public record Splitting(List<Step> steps, RungeKutta method, Spelling spelling) {

  public Splitting {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param size as a multiple of h
   * @param ofF whether it is one with f, not with g
   */
  public record Step(Exact size, boolean ofF) {}

  /** The same with another size of a step, from 0. */
  public Splitting withSize(int index, Exact size) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(index, new Step(size, steps.get(index).ofF()));
    return new Splitting(changed, method, spelling);
  }

  /** The number of stages of the tableaus: those of the steps one behind the other. */
  public int stages() {
    return steps.size() * method.stages();
  }

  /** The additive scheme that the steps are. */
  public AdditiveRungeKutta scheme(String name, int order, Tolerance tolerance) {
    return new AdditiveRungeKutta(
        name,
        order,
        tableau(name, order, /* ofF= */ true),
        tableau(name, order, /* ofF= */ false),
        tolerance,
        Optional.of(this));
  }

  /** A row of f, or of g, has what the steps before have added of it, and that of its own step. */
  private RungeKutta tableau(String name, int order, boolean ofF) {
    List<List<Exact>> a = new ArrayList<>();
    List<Exact> before = new ArrayList<>(Collections.nCopies(stages(), Exact.ZERO));
    for (int s = 0; s < steps.size(); s++) {
      Step step = steps.get(s);
      for (int i = 0; i < method.stages(); i++) {
        a.add(step.ofF() == ofF ? with(before, s, step, method.a().get(i)) : before);
      }
      before = step.ofF() == ofF ? with(before, s, step, weights()) : before;
    }
    List<Exact> c = a.stream().map(row -> row.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta(name, order, a, before, Exact.ONE, c).withSpelling(spelling);
  }

  private List<Exact> weights() {
    return IntStream.range(0, method.stages()).mapToObj(method::b).toList();
  }

  /** A row with the coefficients of a step in the columns of its stages. */
  private List<Exact> with(List<Exact> row, int index, Step step, List<Exact> coefficients) {
    List<Exact> changed = new ArrayList<>(row);
    for (int j = 0; j < coefficients.size(); j++) {
      changed.set(index * method.stages() + j, step.size().times(coefficients.get(j)));
    }
    return changed;
  }
}
