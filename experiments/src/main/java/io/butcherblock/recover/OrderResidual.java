package io.butcherblock.recover;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How far the condition of one rooted tree is from holding.
 *
 * @param order the number of nodes of the tree
 * @param condition its left side in textbook letters: {@code sum b_i c_i^2}; of a tree whose nodes
 *     are of f or of g {@code elementary weight of f'g}
 * @param right its right side, 1 / gamma
 * @param residual left side minus right side
 */
public record OrderResidual(int order, String condition, double right, double residual) {

  /** The size of the residual; infinite where it is not a number. */
  public double size() {
    return Double.isNaN(residual) ? Double.POSITIVE_INFINITY : Math.abs(residual);
  }

  /** The first of the largest ones of at least one. */
  static OrderResidual largest(Stream<OrderResidual> residuals) {
    return residuals.max(Comparator.comparingDouble(OrderResidual::size)).orElseThrow();
  }

  /** The condition as an equation: {@code sum b_i c_i^2 = 1/3}. */
  public String equation() {
    long gamma = Math.round(1 / right);
    return condition + " = " + (gamma == 1 ? "1" : "1/" + gamma);
  }
}
