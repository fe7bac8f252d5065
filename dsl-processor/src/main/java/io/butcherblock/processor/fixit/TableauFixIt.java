package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.claim.TableauClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Finds the one number of a tableau whose correction makes everything hold that is claimed: the
 * slip of a pen, for most tableaus that are refused.
 */
public final class TableauFixIt {

  /** Of more stages there are hundreds of pairs of numbers that could be exchanged. */
  private static final int MOST_STAGES_OF_EXCHANGE = 16;

  private final RungeKutta scheme;
  private final String of;
  private final int order;
  private final Predicate<RungeKutta> isRight;

  /**
   * The search in a tableau.
   *
   * @param of what the tableau is of, behind the name of an entry: {@code " of p"}, or empty
   * @param order the one that holds of what is right
   * @param isRight whether everything holds with another tableau in its place
   */
  TableauFixIt(RungeKutta scheme, String of, int order, Predicate<RungeKutta> isRight) {
    this.scheme = scheme;
    this.of = of;
    this.order = order;
    this.isRight = isRight;
  }

  private static TableauFixIt of(RungeKutta scheme) {
    return new TableauFixIt(scheme, "", scheme.order(), TableauClaim::orderIsSoonProved);
  }

  /** The correction of the abscissa of stage {@code i} or of a coefficient of its row. */
  public static Optional<String> ofRow(RungeKutta scheme, int i) {
    return scheme.notation().isTableau()
        ? of(scheme).row(i, scheme.isExplicit() ? i : scheme.stages())
        : FormFixIt.of(scheme, changed -> RowSums.difference(changed, i));
  }

  /**
   * The correction of a weight or of the common factor.
   *
   * @param failing a condition that does not hold
   */
  public static Optional<String> ofWeights(
      RungeKutta scheme, OrderConditions conditions, OrderCondition failing) {
    return scheme.notation().isTableau()
        ? of(scheme)
            .weights(
                conditions.leftSide(failing),
                failing.rightSide(),
                j -> conditions.slope(failing, j).times(scheme.factor()))
        : FormFixIt.of(scheme, changed -> new Residuals(changed).of(failing));
  }

  /**
   * The exchange of two coefficients of one row.
   *
   * @param failing a condition that does not hold
   */
  public static Optional<String> ofExchange(RungeKutta scheme, OrderCondition failing) {
    return scheme.notation().isTableau()
        ? of(scheme)
            .exchangeInRow(
                MOST_STAGES_OF_EXCHANGE,
                changed -> scheme.tolerance().allows(new Residuals(changed).of(failing)))
        : Optional.empty();
  }

  /**
   * The correction of the abscissa of stage {@code i} or of a coefficient of its row.
   *
   * @param columns so many of the coefficients may be other ones
   */
  Optional<String> row(int i, int columns) {
    Exact abscissa = scheme.c().get(i);
    Exact off = RowSums.difference(scheme, i);
    Exact sum = rounded(abscissa.plus(off));
    if (isRight.test(changed(scheme.a(), scheme.weights(), replaced(scheme.c(), i, sum)))) {
      return sentence(sum, abscissa, "the abscissa c_" + (i + 1));
    }
    for (int j = 0; j < columns; j++) {
      Exact written = scheme.a(i, j);
      Exact right = rounded(written.minus(off));
      List<List<Exact>> a = replaced(scheme.a(), i, replaced(scheme.a().get(i), j, right));
      if (isRight.test(changed(a, scheme.weights(), scheme.c()))) {
        return sentence(right, written, "a_" + Subscript.of(i, j));
      }
    }
    return Optional.empty();
  }

  /**
   * The correction of a weight or of the common factor, written or not, by a condition that fails,
   * which is linear in both.
   *
   * @param left its left side
   * @param slope what that grows by as the weight of a stage, from 0, grows by 1
   */
  Optional<String> weights(Exact left, Exact rightSide, IntFunction<Exact> slope) {
    Exact factor = scheme.factor();
    if (!factor.isOne() && !left.isZero()) {
      Exact right = rounded(factor.times(rightSide).over(left));
      if (isRight.test(withFactor(right))) {
        return sentence(right, factor, "the common factor of the weights");
      }
    }
    Exact missing = rightSide.minus(left);
    List<Exact> slopes = new ArrayList<>();
    for (int j = 0; j < scheme.stages(); j++) {
      slopes.add(slope.apply(j));
      if (!slopes.get(j).isZero()) {
        Exact written = scheme.weights().get(j);
        Exact right = rounded(written.plus(missing.over(slopes.get(j))));
        if (isRight.test(changed(scheme.a(), replaced(scheme.weights(), j, right), scheme.c()))) {
          return sentence(right, written, "the weight of stage " + (j + 1));
        }
      }
    }
    return missingFactor(left, rightSide).or(() -> exchange(missing, slopes));
  }

  /** Books print the weights 1 4 1 with the factor 1/6. */
  private Optional<String> missingFactor(Exact left, Exact rightSide) {
    if (scheme.factor().isOne() && scheme.tolerance().isNone() && !left.isZero()) {
      Exact right = rightSide.over(left);
      if (isRight.test(withFactor(right))) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "With the common factor %s * | before the weights%s, all conditions of order %d"
                    + " hold.",
                ShortText.entry(right),
                of,
                order));
      }
    }
    return Optional.empty();
  }

  private Optional<String> exchange(Exact missing, List<Exact> slopes) {
    List<Exact> weights = scheme.weights();
    for (int i = 0; i < weights.size(); i++) {
      for (int j = 0; j < i; j++) {
        // The weights differ, and the failing condition holds then: few pairs are left.
        Exact gained =
            weights.get(i).minus(weights.get(j)).times(slopes.get(j).minus(slopes.get(i)));
        if (!scheme.tolerance().allows(gained.minus(missing))) {
          continue;
        }
        List<Exact> exchanged = replaced(replaced(weights, i, weights.get(j)), j, weights.get(i));
        if (isRight.test(changed(scheme.a(), exchanged, scheme.c()))) {
          return exchanged("the weights of stages " + (j + 1) + " and " + (i + 1));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Two coefficients of one row, whose sum is the same then.
   *
   * @param mostStages of more it would take long
   * @param holds whether the condition that fails holds with another tableau
   */
  Optional<String> exchangeInRow(int mostStages, Predicate<RungeKutta> holds) {
    int stages = scheme.stages() <= mostStages ? scheme.stages() : 0;
    for (int i = 0; i < stages; i++) {
      List<Exact> row = scheme.a().get(i);
      int columns = scheme.isExplicit() ? i : scheme.stages();
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < j; k++) {
          List<Exact> other = replaced(replaced(row, j, row.get(k)), k, row.get(j));
          RungeKutta changed =
              changed(replaced(scheme.a(), i, other), scheme.weights(), scheme.c());
          if (!other.equals(row) && holds.test(changed) && isRight.test(changed)) {
            return exchanged("a_" + Subscript.of(i, k) + " and a_" + Subscript.of(i, j));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> exchanged(String what) {
    return Optional.of(Correction.ofExchange(scheme, what + of, order));
  }

  private Optional<String> sentence(Exact right, Exact written, String what) {
    return Correction.text(scheme, right, written, what + of, order);
  }

  private RungeKutta changed(List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return new RungeKutta(scheme.name(), scheme.order(), a, weights, scheme.factor(), c)
        .withTolerance(scheme.tolerance());
  }

  private RungeKutta withFactor(Exact factor) {
    return new RungeKutta(
            scheme.name(), scheme.order(), scheme.a(), scheme.weights(), factor, scheme.c())
        .withTolerance(scheme.tolerance());
  }

  private Exact rounded(Exact number) {
    return scheme.tolerance().rounded(number);
  }

  /** A list with another element in one place. */
  static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
