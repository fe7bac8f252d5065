package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Runge-Kutta scheme: k_i = h f(x + c_i h, y + sum_j a_ij k_j), y' = y + sum_i b_i k_i (Hairer,
 * N&oslash;rsett, Wanner I, Definition II.1.1). Indices count from 0.
 *
 * @param a the full square of coefficients, zeros written out; row i is stage i + 1
 * @param weights the weights as written, without their common factor
 * @param factor the common factor of the weights, 1 where none is written
 * @param c the abscissae
 * @param notation how it is written
 * @param steps the steps that one block takes
 */
public record RungeKutta(
    String name,
    int order,
    List<List<Exact>> a,
    List<Exact> weights,
    Exact factor,
    List<Exact> c,
    Notation notation,
    int steps)
    implements Scheme {

  /** A scheme of which a block takes one step. */
  public RungeKutta(
      String name,
      int order,
      List<List<Exact>> a,
      List<Exact> weights,
      Exact factor,
      List<Exact> c,
      Notation notation) {
    this(name, order, a, weights, factor, c, notation, /* steps= */ 1);
  }

  /** Such a scheme written as a tableau of exact numbers. */
  public RungeKutta(
      String name,
      int order,
      List<List<Exact>> a,
      List<Exact> weights,
      Exact factor,
      List<Exact> c) {
    this(name, order, a, weights, factor, c, Notation.EXACT_TABLEAU);
  }

  public RungeKutta {
    a = a.stream().map(List::copyOf).toList();
    weights = List.copyOf(weights);
    c = List.copyOf(c);
    int stages = weights.size();
    if (a.size() != stages
        || c.size() != stages
        || a.stream().anyMatch(row -> row.size() != stages)) {
      throw new IllegalArgumentException("A tableau of " + stages + " stages has a square A.");
    }
  }

  /**
   * The scheme whose steps are those of this one with a step size {@code ratio} times as large. It
   * claims no order for the step size as it is.
   */
  public RungeKutta withStepSize(Exact ratio) {
    return new RungeKutta(
        name,
        ratio.isOne() ? order : 0,
        a.stream().map(row -> row.stream().map(ratio::times).toList()).toList(),
        weights,
        factor.times(ratio),
        c.stream().map(ratio::times).toList(),
        notation,
        steps);
  }

  /** The same with numbers that are known to some decimals only. */
  public RungeKutta withTolerance(Tolerance tolerance) {
    return new RungeKutta(
        name, order, a, weights, factor, c, notation.withTolerance(tolerance), steps);
  }

  /** The same with the numbers as they are written. */
  public RungeKutta withSpelling(Spelling spelling) {
    return new RungeKutta(
        name, order, a, weights, factor, c, notation.withSpelling(spelling), steps);
  }

  /** The same under another name. */
  public RungeKutta withName(String other) {
    return new RungeKutta(other, order, a, weights, factor, c, notation, steps);
  }

  /** The same with another claim, 0 for none. */
  public RungeKutta withOrder(int other) {
    return new RungeKutta(name, other, a, weights, factor, c, notation, steps);
  }

  /** The same stages with other weights. */
  public RungeKutta withWeights(List<Exact> other) {
    return new RungeKutta(name, order, a, other, Exact.ONE, c, notation, steps);
  }

  @Override
  public Tolerance tolerance() {
    return notation.tolerance();
  }

  public int stages() {
    return weights.size();
  }

  public Exact a(int i, int j) {
    return a.get(i).get(j);
  }

  /** The weight b_j: the written one times the common factor. */
  public Exact b(int j) {
    return factor.times(weights.get(j));
  }

  /** The same with another number of steps in a block. */
  public RungeKutta withSteps(int other) {
    return new RungeKutta(name, order, a, weights, factor, c, notation, other);
  }

  /** Whether each stage looks back to earlier ones only. */
  public boolean isExplicit() {
    return IntStream.range(0, stages())
        .allMatch(i -> a.get(i).subList(i, stages()).stream().allMatch(Exact::isZero));
  }

  /** The stages that the result depends on. */
  public boolean[] usedStages() {
    boolean[] used = new boolean[stages()];
    boolean found = true;
    // Of an explicit scheme the first round finds all of them.
    while (found) {
      found = false;
      for (int j = used.length - 1; j >= 0; j--) {
        if (!used[j] && (!b(j).isZero() || isUsedBy(j, used))) {
          used[j] = true;
          found = true;
        }
      }
    }
    return used;
  }

  /** The same without the stages that the result does not depend on. */
  public RungeKutta withoutUnusedStages() {
    boolean[] used = usedStages();
    int[] kept = IntStream.range(0, used.length).filter(i -> used[i]).toArray();
    return kept.length == used.length
        ? this
        : new RungeKutta(
            name,
            order,
            IntStream.of(kept).mapToObj(i -> only(kept, a.get(i))).toList(),
            only(kept, weights),
            factor,
            only(kept, c),
            notation,
            steps);
  }

  private static List<Exact> only(int[] kept, List<Exact> numbers) {
    return IntStream.of(kept).mapToObj(numbers::get).toList();
  }

  private boolean isUsedBy(int j, boolean[] used) {
    return IntStream.range(0, used.length).anyMatch(i -> used[i] && !a(i, j).isZero());
  }
}
