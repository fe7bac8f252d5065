package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much the order conditions of a tableau of rounded numbers are missed. The sizes are
 * enclosed in intervals; where an interval holds the tolerance, the number itself decides.
 */
public final class Residuals {

  private static final int BITS = 256;

  private final RungeKutta used;
  private final IntervalWeights intervals;
  private final ElementaryWeights exact;
  private final Work work = new Work();
  private final List<List<Interval>> sizes = new ArrayList<>();

  public Residuals(RungeKutta scheme) {
    this.used = scheme.withoutUnusedStages();
    this.intervals = new IntervalWeights(used, BITS);
    this.exact = new ElementaryWeights(used);
  }

  /**
   * The conditions of an order that a tolerance does not allow.
   *
   * @throws TooMuchWork if that would take too long
   */
  public List<OrderCondition> above(Tolerance tolerance, int order) {
    List<OrderCondition> failing = new ArrayList<>();
    Interval bound = Interval.of(tolerance.bound(), BITS);
    Forest forest = Forest.upTo(order);
    List<Interval> ofOrder = sizes(order);
    for (int t = 0; t < ofOrder.size(); t++) {
      Interval size = ofOrder.get(t);
      if (size.high().compareTo(bound.low()) > 0) {
        OrderCondition condition = new OrderCondition(forest.tree(forest.first(order) + t));
        if (size.isAbove(bound) || !tolerance.allows(of(condition))) {
          failing.add(condition);
        }
      }
    }
    return failing;
  }

  /** The left side of a condition less the right side. */
  public Exact of(OrderCondition condition) {
    return exact.of(condition.tree()).minus(condition.rightSide());
  }

  /**
   * The condition of an order that is missed by most.
   *
   * @throws TooMuchWork if that would take too long
   */
  public OrderCondition worst(int order) {
    List<Interval> ofOrder = sizes(order);
    int worst = 0;
    for (int t = 1; t < ofOrder.size(); t++) {
      if (ofOrder.get(t).high().compareTo(ofOrder.get(worst).high()) > 0) {
        worst = t;
      }
    }
    Forest forest = Forest.upTo(order);
    return new OrderCondition(forest.tree(forest.first(order) + worst));
  }

  /**
   * The size of the largest residual of an order, or a little more.
   *
   * @throws TooMuchWork if that would take too long
   */
  public Exact largest(int order) {
    BigInteger high =
        sizes(order).stream().map(Interval::high).max(BigInteger::compareTo).orElseThrow();
    return new Interval(high, high, BITS).middle();
  }

  private List<Interval> sizes(int order) {
    while (sizes.size() < order) {
      int n = sizes.size() + 1;
      Forest forest = Forest.upTo(n);
      work.spend((double) forest.count(n) * used.stages() * used.stages(), BITS);
      List<Interval> ofOrder = new ArrayList<>();
      for (int t = forest.first(n); t < forest.first(n + 1); t++) {
        ofOrder.add(intervals.residual(forest, t));
      }
      sizes.add(ofOrder);
    }
    return sizes.get(order - 1);
  }
}
