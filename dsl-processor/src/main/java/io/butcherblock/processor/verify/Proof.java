package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.order.ElementaryWeights;
import io.butcherblock.processor.order.ErrorConstants;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.RootedTree;
import io.butcherblock.processor.stability.Characteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rules have shown of a scheme that broke none of them, a line each. */
final class Proof {

  /** Conditions of higher orders are counted rather than written out. */
  private static final int WRITTEN_OUT = 3;

  /** The principal error of a higher order is left out: it would double the time of the proof. */
  private static final int HIGHEST_PRINCIPAL_ERROR = 9;

  private Proof() {}

  static List<String> of(RungeKutta scheme) {
    List<String> lines = new ArrayList<>();
    if (scheme.stages() > 1) {
      lines.add("row sums: sum_j a_ij = c_i in all " + scheme.stages() + " stages");
    }
    List<List<RootedTree>> trees = RootedTree.upTo(scheme.order());
    for (int order = 1; order <= scheme.order(); order++) {
      lines.add("order " + order + ": " + conditions(trees.get(order - 1), order));
    }
    if (scheme.order() < HIGHEST_PRINCIPAL_ERROR) {
      lines.add(principalError(scheme));
    }
    return lines;
  }

  private static String conditions(List<RootedTree> trees, int order) {
    return order > WRITTEN_OUT
        ? "all " + trees.size() + " conditions hold"
        : trees.stream()
            .map(OrderCondition::new)
            .map(condition -> condition.leftSide() + " = " + condition.rightSide())
            .collect(Collectors.joining(", "));
  }

  /**
   * How many conditions of the next order fail, and the 2-norm A of their residuals, each divided
   * by the symmetry of its tree: the size of the leading term of the local error (Prince, Dormand,
   * J. Comput. Appl. Math. 7, 1981, 67-75).
   */
  private static String principalError(RungeKutta scheme) {
    int order = scheme.order() + 1;
    ElementaryWeights weights = new ElementaryWeights(scheme);
    List<RootedTree> trees = RootedTree.upTo(order).get(order - 1);
    double squares = 0;
    int failing = 0;
    for (RootedTree tree : trees) {
      Exact residual = weights.of(tree).minus(new OrderCondition(tree).rightSide());
      failing += residual.isZero() ? 0 : 1;
      squares += Math.pow(residual.doubleValue() / tree.symmetry().doubleValue(), 2);
    }
    return String.format(
        Locale.ROOT,
        "order %d: %d of %d %s; principal error A_%d = %.3g",
        order,
        failing,
        trees.size(),
        trees.size() == 1 ? "condition fails" : "conditions fail",
        order,
        Math.sqrt(squares));
  }

  static List<String> of(Multistep scheme, int blockOrder) {
    List<String> lines = new ArrayList<>();
    int next = scheme.order() + 1;
    lines.add(
        "order "
            + scheme.order()
            + ": "
            + IntStream.rangeClosed(0, scheme.order())
                .mapToObj(q -> "C_" + q)
                .collect(Collectors.joining(" = "))
            + " = 0");
    lines.add(
        "error constant: C_"
            + next
            + " / sigma(1) = "
            + ErrorConstants.of(scheme, next).over(Characteristic.sigma(scheme).at(Exact.ONE)));
    lines.add(
        "zero-stable: rho(w) = "
            + Characteristic.rho(scheme).text("w")
            + " satisfies the root condition");
    if (scheme.backValues() > 1) {
      lines.add(start(scheme));
      lines.add(chain(scheme, blockOrder));
    }
    return lines;
  }

  private static String start(Multistep scheme) {
    int steps = scheme.backValues() - 1;
    return scheme.start() instanceof OneStep start
        ? String.format(
            Locale.ROOT,
            "start: %s by %s, order %d",
            steps == 1 ? "the first step" : "the first " + steps + " steps",
            start.scheme().name(),
            start.scheme().order())
        : "start: zero history, y[m] = f[m] = 0 for m < 0";
  }

  private static String chain(Multistep scheme, int blockOrder) {
    String blocks = scheme.steps() == 1 ? "one step" : scheme.steps() + " steps";
    return "a chain of blocks of "
        + blocks
        + ", each of which starts anew: "
        + (blockOrder == 0 ? "not consistent, no order" : "order " + blockOrder);
  }
}
