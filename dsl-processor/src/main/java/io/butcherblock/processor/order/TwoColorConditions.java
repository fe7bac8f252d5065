package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.model.Tolerance;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The order conditions of a scheme of two tableaus, one for each of its trees of two colors. */
public abstract sealed class TwoColorConditions permits BicoloredConditions, AdditiveConditions {

  private final Tolerance tolerance;
  private final int highest;
  private final int soonProved;

  TwoColorConditions(Tolerance tolerance, int highest, int soonProved) {
    this.tolerance = tolerance;
    this.highest = highest;
    this.soonProved = soonProved;
  }

  /** The conditions of a scheme whose evaluations can be made one after the other. */
  public static TwoColorConditions of(TableauPair scheme) {
    if (scheme instanceof AdditiveRungeKutta additive) {
      return new AdditiveConditions(additive.evaluations(), additive.tolerance());
    }
    PartitionedRungeKutta partitioned = (PartitionedRungeKutta) scheme;
    return new BicoloredConditions(partitioned.separable(), partitioned.tolerance());
  }

  /**
   * A condition, as a rule one that does not hold.
   *
   * @param left what the scheme gives
   */
  public record Failure(ColoredTree tree, Exact left) {

    /** What it should give: 1 / gamma, which no color changes. */
    public Exact right() {
      return new OrderCondition(tree.shape()).rightSide();
    }

    /** By how much it is missed. */
    public Exact off() {
      return left.minus(right());
    }
  }

  /**
   * The conditions of an order that fail.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public final List<Failure> failing(int order) {
    return all(order).filter(condition -> !tolerance.allows(condition.off())).toList();
  }

  /**
   * By how much the conditions of an order are missed at most.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public final Exact largest(int order) {
    return all(order).map(condition -> condition.off().abs()).reduce(Exact.ZERO, Exact::max);
  }

  /** By how much a condition is missed that another scheme fails. */
  public final Exact off(Failure other) {
    return leftSide(other.tree()).minus(other.right());
  }

  private Stream<Failure> all(int order) {
    spend(order);
    return trees(order).stream().map(tree -> new Failure(tree, leftSide(tree)));
  }

  /** The sum of the products of numbers at the same index. */
  static Exact product(List<Exact> row, List<Exact> column) {
    return IntStream.range(0, row.size())
        .filter(j -> !row.get(j).isZero())
        .mapToObj(j -> row.get(j).times(column.get(j)))
        .reduce(Exact.ZERO, Exact::plus);
  }

  /** The highest order that can be proved. */
  public final int highest() {
    return highest;
  }

  /** The highest order whose proof takes a moment, so that many schemes can be tried. */
  public final int soonProved() {
    return soonProved;
  }

  /** The number of conditions of an order. */
  public abstract int count(int order);

  /** What a tree is called in a message. */
  public abstract String text(ColoredTree tree);

  abstract List<ColoredTree> trees(int order);

  abstract Exact leftSide(ColoredTree tree);

  /**
   * Counts the work of the conditions of an order.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if it is more than is left
   */
  abstract void spend(int order);
}
