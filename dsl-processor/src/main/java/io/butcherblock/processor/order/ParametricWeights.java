package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The elementary weights of a family of tableaus, as functions of its parameters. */
public final class ParametricWeights {

  /** A sum of two functions with different denominators takes some products of polynomials. */
  private static final double PRODUCTS = 8;

  private final ParametricRungeKutta family;
  private final Work work = new Work();
  private final Map<RootedTree, List<RationalFunction>> branches = new HashMap<>();

  public ParametricWeights(ParametricRungeKutta family) {
    this.family = family;
  }

  /**
   * sum_i b_i Phi_i(tree), less 1 / gamma(tree): 0 where the order condition holds.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public RationalFunction residual(RootedTree tree) {
    return leftSide(tree).minus(RationalFunction.constant(new OrderCondition(tree).rightSide()));
  }

  /** sum_i b_i Phi_i(tree). */
  public RationalFunction leftSide(RootedTree tree) {
    List<RationalFunction> phi = stages(tree);
    RationalFunction sum = RationalFunction.ZERO;
    for (int i = 0; i < phi.size(); i++) {
      sum = sum(sum, product(family.b(i), phi.get(i)));
    }
    return sum;
  }

  /** What the left side grows by as each of the weights that are written, from 0, grows by 1. */
  public List<RationalFunction> slopes(RootedTree tree) {
    return stages(tree).stream().map(phi -> product(family.factor(), phi)).toList();
  }

  private List<RationalFunction> stages(RootedTree tree) {
    List<RationalFunction> product = new ArrayList<>();
    for (int i = 0; i < family.stages(); i++) {
      product.add(RationalFunction.ONE);
    }
    for (RootedTree child : tree.children()) {
      List<RationalFunction> branch = branch(child);
      for (int i = 0; i < product.size(); i++) {
        product.set(i, product(product.get(i), branch.get(i)));
      }
    }
    return product;
  }

  private List<RationalFunction> branch(RootedTree child) {
    List<RationalFunction> known = branches.get(child);
    if (known == null) {
      List<RationalFunction> phi = stages(child);
      known = new ArrayList<>();
      for (int i = 0; i < family.stages(); i++) {
        RationalFunction sum = RationalFunction.ZERO;
        for (int j = 0; j < i; j++) {
          sum = sum(sum, product(family.a().get(i).get(j), phi.get(j)));
        }
        known.add(sum);
      }
      branches.put(child, known);
    }
    return known;
  }

  private RationalFunction product(RationalFunction left, RationalFunction right) {
    spend(left, right, 1);
    return left.times(right);
  }

  private RationalFunction sum(RationalFunction left, RationalFunction right) {
    spend(left, right, PRODUCTS);
    return left.plus(right);
  }

  private void spend(RationalFunction left, RationalFunction right, double products) {
    work.spend(
        products * left.terms() * right.terms(), Math.max(left.bitLength(), right.bitLength()));
  }
}
