package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the one number of the two tableaus of a partitioned scheme whose correction makes
 * everything hold that is claimed, as {@link TableauFixIt} does of one tableau.
 */
final class PartitionedFixIt {

  /** Each number tried takes a proof, and one of a higher order takes seconds. */
  private static final int HIGHEST_ORDER = 8;

  private final PartitionedRungeKutta scheme;
  private final boolean ofP;
  private final RungeKutta tableau;

  private PartitionedFixIt(PartitionedRungeKutta scheme, boolean ofP) {
    this.scheme = scheme;
    this.ofP = ofP;
    this.tableau = ofP ? scheme.p() : scheme.q();
  }

  /**
   * The correction of the abscissa of stage {@code i} or of a coefficient of its row.
   *
   * @param ofP whether it is a row of the tableau of p, not of q
   */
  static Optional<String> ofRow(PartitionedRungeKutta scheme, boolean ofP, int i) {
    return scheme.tolerance().isNone()
        ? new PartitionedFixIt(scheme, ofP).row(i)
        : Optional.empty();
  }

  /** The correction of a weight or of the common factor of a tableau. */
  static Optional<String> ofWeights(PartitionedRungeKutta scheme, Failure failing) {
    return scheme.tolerance().isNone()
        ? new PartitionedFixIt(scheme, failing.rootOfP()).weights(failing)
        : Optional.empty();
  }

  private Optional<String> row(int i) {
    Exact abscissa = tableau.c().get(i);
    Exact sum = RowSumRule.sum(tableau, i);
    if (isRight(with(tableau.a(), tableau.weights(), replaced(tableau.c(), i, sum)))) {
      return Optional.of(sentence(sum, abscissa, "the abscissa c_" + (i + 1)));
    }
    for (int j = 0; j < tableau.stages(); j++) {
      Exact written = tableau.a(i, j);
      Exact right = written.minus(sum.minus(abscissa));
      List<Exact> row = replaced(tableau.a().get(i), j, right);
      if (isRight(with(replaced(tableau.a(), i, row), tableau.weights(), tableau.c()))) {
        return Optional.of(sentence(right, written, "a_" + Subscript.of(i, j)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> weights(Failure failing) {
    Exact factor = tableau.factor();
    if (!factor.isOne() && !failing.left().isZero()) {
      Exact right = factor.times(failing.condition().rightSide()).over(failing.left());
      if (isRight(with(right))) {
        return Optional.of(sentence(right, factor, "the common factor of the weights"));
      }
    }
    List<Exact> slopes = new ArrayList<>();
    for (int j = 0; j < tableau.stages(); j++) {
      Exact written = tableau.weights().get(j);
      // A condition is linear in the weights of the color of its root.
      Exact slope = off(failing, withWeight(j, written.plus(Exact.ONE))).minus(failing.off());
      slopes.add(slope);
      if (!slope.isZero()) {
        Exact right = written.minus(failing.off().over(slope));
        if (isRight(withWeight(j, right))) {
          return Optional.of(sentence(right, written, "the weight of stage " + (j + 1)));
        }
      }
    }
    return exchange(failing, slopes);
  }

  private Optional<String> exchange(Failure failing, List<Exact> slopes) {
    List<Exact> weights = tableau.weights();
    for (int i = 0; i < weights.size(); i++) {
      for (int j = 0; j < i; j++) {
        // The weights differ, and the failing condition holds then: few pairs are left.
        Exact lost = weights.get(i).minus(weights.get(j)).times(slopes.get(i).minus(slopes.get(j)));
        if (!lost.equals(failing.off())) {
          continue;
        }
        List<Exact> exchanged = replaced(replaced(weights, i, weights.get(j)), j, weights.get(i));
        if (isRight(with(tableau.a(), exchanged, tableau.c()))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "With the weights of stages %d and %d of %s exchanged, all conditions of order"
                      + " %d hold.",
                  j + 1,
                  i + 1,
                  member(),
                  scheme.order()));
        }
      }
    }
    return Optional.empty();
  }

  private static Exact off(Failure failing, PartitionedRungeKutta changed) {
    return new BicoloredConditions(changed.separable(), changed.tolerance()).off(failing);
  }

  private String sentence(Exact right, Exact written, String what) {
    return TableauFixIt.sentence(right, written, what + " of " + member(), scheme.order());
  }

  private String member() {
    return ofP ? "p" : "q";
  }

  private PartitionedRungeKutta withWeight(int j, Exact weight) {
    return with(tableau.a(), replaced(tableau.weights(), j, weight), tableau.c());
  }

  private PartitionedRungeKutta with(List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return with(new RungeKutta(tableau.name(), tableau.order(), a, weights, tableau.factor(), c));
  }

  private PartitionedRungeKutta with(Exact factor) {
    return with(
        new RungeKutta(
            tableau.name(), tableau.order(), tableau.a(), tableau.weights(), factor, tableau.c()));
  }

  private PartitionedRungeKutta with(RungeKutta changed) {
    return ofP
        ? scheme.withTableaus(changed, scheme.q())
        : scheme.withTableaus(scheme.p(), changed);
  }

  /** Whether all that a scheme claims holds exactly, if that is soon proved. */
  static boolean isRight(PartitionedRungeKutta scheme) {
    if (scheme.order() < 1 || scheme.order() > HIGHEST_ORDER || !PartitionedRule.holds(scheme)) {
      return false;
    }
    BicoloredConditions conditions =
        new BicoloredConditions(scheme.separable(), scheme.tolerance());
    for (int order = 1; order <= scheme.order(); order++) {
      if (conditions.failing(order).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
