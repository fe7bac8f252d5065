package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One step of a predictor and its corrections from accurate values, as a B-series about y(x_n)
 * (Hairer, N&oslash;rsett, Wanner I, section II.12). Of a tree t of q nodes, y(x_n - j h) has the
 * coefficient (-j)^q / gamma(t), and h f of a value the product of its coefficients of the children
 * of t.
 *
 * <p>The rule that the order is the smaller one of that of the corrector and that of the predictor
 * plus the number of corrections is a lower bound: y[n+1] = y[n] + 1/2 h f[n], corrected once by
 * backward Euler, is Runge's midpoint rule, of order 2.
 */
public final class PredictorCorrectorSeries {

  /** Operations with exact numbers for all trees of one order. */
  private static final long MOST_OPERATIONS = 2_000_000;

  private final Multistep scheme;
  private final Predictor predictor;

  /** Of each tree, the coefficients of the predicted and of each corrected value. */
  private final Map<RootedTree, List<Exact>> known = new HashMap<>();

  private PredictorCorrectorSeries(Multistep scheme) {
    this.scheme = scheme;
    this.predictor = scheme.predictor().orElseThrow();
  }

  /**
   * The order of the error of one step, after accurate values; 0 if it is not consistent.
   *
   * @param scheme with a predictor; the coefficients of y sum to 1 in both of its recurrences
   */
  public static int orderOf(Multistep scheme) {
    PredictorCorrectorSeries series = new PredictorCorrectorSeries(scheme);
    long terms =
        scheme.predictor().orElseThrow().terms().size()
            + (long) scheme.predictor().orElseThrow().corrections() * scheme.terms().size();
    int order = 0;
    while (order < OrderConditions.HIGHEST
        && RootedTree.count(order + 1) * terms <= MOST_OPERATIONS
        && RootedTree.ofOrder(order + 1).stream().allMatch(series::isExact)) {
      order++;
    }
    return order;
  }

  private boolean isExact(RootedTree tree) {
    List<Exact> values = values(tree);
    return values.get(values.size() - 1).equals(new OrderCondition(tree).rightSide());
  }

  private List<Exact> values(RootedTree tree) {
    List<Exact> found = known.get(tree);
    if (found == null) {
      found = new ArrayList<>(List.of(sum(predictor.terms(), tree, -1)));
      for (int correction = 0; correction < predictor.corrections(); correction++) {
        found.add(sum(scheme.terms(), tree, correction));
      }
      known.put(tree, found);
    }
    return found;
  }

  /**
   * The coefficient of a right-hand side.
   *
   * @param last which of the values so far f[n+1] is taken at
   */
  private Exact sum(List<Term> terms, RootedTree tree, int last) {
    Exact sum = Exact.ZERO;
    for (Term term : terms) {
      Exact value =
          term.kind() == Kind.VALUE
              ? past(tree, term.back())
              : term.back() < 0
                  ? product(tree, child -> values(child).get(last))
                  : product(tree, child -> past(child, term.back()));
      sum = sum.plus(term.coefficient().times(value));
    }
    return sum;
  }

  private static Exact past(RootedTree tree, int back) {
    return Exact.of(-back).pow(tree.order()).times(new OrderCondition(tree).rightSide());
  }

  private static Exact product(RootedTree tree, Function<RootedTree, Exact> of) {
    return tree.children().stream().map(of).reduce(Exact.ONE, Exact::times);
  }
}
