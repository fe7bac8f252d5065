package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the one number of a tableau whose correction makes everything hold that is claimed: the
 * slip of a pen, for most tableaus that are refused.
 */
final class TableauFixIt {

  /** Each number tried takes a proof, and one of a higher order takes seconds. */
  private static final int HIGHEST_ORDER = 8;

  private final RungeKutta scheme;

  private TableauFixIt(RungeKutta scheme) {
    this.scheme = scheme;
  }

  /** The correction of the abscissa of stage {@code i} or of a coefficient of its row. */
  static Optional<String> ofRow(RungeKutta scheme, int i) {
    return names(scheme)
        ? new TableauFixIt(scheme).row(i)
        : FormFixIt.of(scheme, changed -> RowSumRule.sum(changed, i).minus(changed.c().get(i)));
  }

  /**
   * The correction of a weight or of the common factor.
   *
   * @param failing a condition that does not hold
   */
  static Optional<String> ofWeights(
      RungeKutta scheme, OrderConditions conditions, OrderCondition failing) {
    return names(scheme)
        ? new TableauFixIt(scheme).weights(conditions, failing)
        : FormFixIt.of(scheme, changed -> new Residuals(changed).of(failing));
  }

  /** Whether a correction of one entry can make everything hold, and is one of the text. */
  private static boolean names(RungeKutta scheme) {
    return scheme.notation().isTableau() && scheme.tolerance().isNone();
  }

  private Optional<String> row(int i) {
    Exact abscissa = scheme.c().get(i);
    Exact sum = scheme.a().get(i).stream().reduce(Exact.ZERO, Exact::plus);
    if (isRight(changed(scheme.a(), scheme.weights(), replaced(scheme.c(), i, sum)))) {
      return Optional.of(sentence(sum, abscissa, "the abscissa c_" + (i + 1)));
    }
    for (int j = 0; j < (scheme.isExplicit() ? i : scheme.stages()); j++) {
      Exact written = scheme.a(i, j);
      Exact right = written.minus(sum.minus(abscissa));
      List<List<Exact>> a = replaced(scheme.a(), i, replaced(scheme.a().get(i), j, right));
      if (isRight(changed(a, scheme.weights(), scheme.c()))) {
        return Optional.of(sentence(right, written, "a_" + Subscript.of(i, j)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> weights(OrderConditions conditions, OrderCondition failing) {
    Exact left = conditions.leftSide(failing);
    Exact factor = scheme.factor();
    if (!factor.isOne() && !left.isZero()) {
      Exact right = factor.times(failing.rightSide()).over(left);
      if (isRight(withFactor(right))) {
        return Optional.of(sentence(right, factor, "the common factor of the weights"));
      }
    }
    for (int j = 0; j < scheme.stages(); j++) {
      Exact slope = conditions.slope(failing, j).times(factor);
      if (!slope.isZero()) {
        Exact written = scheme.weights().get(j);
        Exact right = written.plus(failing.rightSide().minus(left).over(slope));
        if (isRight(changed(scheme.a(), replaced(scheme.weights(), j, right), scheme.c()))) {
          return Optional.of(sentence(right, written, "the weight of stage " + (j + 1)));
        }
      }
    }
    return exchange(conditions, failing);
  }

  private Optional<String> exchange(OrderConditions conditions, OrderCondition failing) {
    List<Exact> weights = scheme.weights();
    List<Exact> slopes =
        IntStream.range(0, weights.size()).mapToObj(j -> conditions.slope(failing, j)).toList();
    Exact missing = failing.rightSide().minus(conditions.leftSide(failing)).over(scheme.factor());
    for (int i = 0; i < weights.size(); i++) {
      for (int j = 0; j < i; j++) {
        // The weights differ, and the failing condition holds then: few pairs are left.
        Exact gained =
            weights.get(i).minus(weights.get(j)).times(slopes.get(j).minus(slopes.get(i)));
        if (!gained.equals(missing)) {
          continue;
        }
        List<Exact> exchanged = replaced(replaced(weights, i, weights.get(j)), j, weights.get(i));
        if (isRight(changed(scheme.a(), exchanged, scheme.c()))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "With the weights of stages %d and %d exchanged, all conditions of order %d"
                      + " hold.",
                  j + 1,
                  i + 1,
                  scheme.order()));
        }
      }
    }
    return Optional.empty();
  }

  private String sentence(Exact right, Exact written, String what) {
    return sentence(right, written, what, scheme.order());
  }

  static String sentence(Exact right, Exact written, String what, int order) {
    return String.format(
        Locale.ROOT,
        "With %s instead of %s as %s, all conditions of order %d hold.",
        ShortText.entry(right),
        ShortText.entry(written),
        what,
        order);
  }

  private RungeKutta changed(List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return new RungeKutta(scheme.name(), scheme.order(), a, weights, scheme.factor(), c);
  }

  private RungeKutta withFactor(Exact factor) {
    return new RungeKutta(
        scheme.name(), scheme.order(), scheme.a(), scheme.weights(), factor, scheme.c());
  }

  /** Whether a scheme has the order that it claims, if that is one that is soon proved. */
  static boolean isRight(RungeKutta scheme) {
    return scheme.order() >= 1
        && scheme.order() <= Math.min(OrderRule.highestOf(scheme), HIGHEST_ORDER)
        && holds(scheme);
  }

  /** Whether a scheme has the order that it claims, as far as that is soon proved. */
  static boolean holds(RungeKutta scheme) {
    try {
      return new OrderConditions(scheme).holdUpTo(scheme.order());
    } catch (TooMuchWork e) {
      return false;
    }
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
