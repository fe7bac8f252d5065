package io.butcherblock.processor.model;

import java.util.stream.IntStream;

/**
 * Two Runge-Kutta methods with the same stages, the second one to estimate errors of the first
 * (Hairer, N&oslash;rsett, Wanner I, section II.4). Once both are proved, the first one is
 * compiled.
 *
 * @param method the first row of weights
 * @param embedded the second one; its order is the one claimed of it, 0 if none is
 */
public record EmbeddedPair(RungeKutta method, RungeKutta embedded) implements Scheme {

  @Override
  public String name() {
    return method.name();
  }

  @Override
  public int order() {
    return method.order();
  }

  @Override
  public Tolerance tolerance() {
    return method.tolerance();
  }

  /** The stages that one of the results depends on. */
  public boolean[] usedStages() {
    boolean[] used = method.usedStages();
    boolean[] also = embedded.usedStages();
    IntStream.range(0, used.length).forEach(i -> used[i] |= also[i]);
    return used;
  }

  /** What a block computes: the first method without the stages of the embedded one alone. */
  public RungeKutta compiled() {
    return method.withoutUnusedStages();
  }

  /** Whether the last stage is the first one of the next step. */
  public boolean isFirstSameAsLast() {
    int last = method.stages() - 1;
    return method.c().get(0).isZero()
        && method.c().get(last).isOne()
        && IntStream.rangeClosed(0, last).allMatch(j -> method.a(last, j).equals(method.b(j)));
  }
}
