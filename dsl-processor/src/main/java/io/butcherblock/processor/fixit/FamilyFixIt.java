package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.FamilyClaim;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.processor.multivariate.EntryText;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.order.ParametricConstants;
import io.butcherblock.processor.order.ParametricWeights;
import io.butcherblock.processor.order.RootedTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the one function of a family whose correction makes everything hold that is claimed, for
 * every value of the parameters, as {@link TableauFixIt} and {@link RecurrenceFixIt} do of numbers.
 */
public final class FamilyFixIt {

  /** A longer function is not the one that was meant. */
  private static final int LONGEST = 60;

  private FamilyFixIt() {}

  /** The correction of the abscissa of stage {@code i} or of a coefficient of its row. */
  public static Optional<String> ofRow(ParametricRungeKutta family, int i) {
    RationalFunction sum = FamilyClaim.sum(family, i);
    if (FamilyClaim.holds(
        family.with(family.a(), family.weights(), TableauFixIt.replaced(family.c(), i, sum)))) {
      return sentence(family.order(), EntryText.of(sum), "the abscissa c_" + (i + 1));
    }
    RationalFunction off = FamilyClaim.difference(family, i);
    for (int j = 0; j < i; j++) {
      List<RationalFunction> row = family.a().get(i);
      RationalFunction right = row.get(j).minus(off);
      List<List<RationalFunction>> a =
          TableauFixIt.replaced(family.a(), i, TableauFixIt.replaced(row, j, right));
      if (FamilyClaim.holds(family.with(a, family.weights(), family.c()))) {
        return sentence(family.order(), EntryText.of(right), "a_" + Subscript.of(i, j));
      }
    }
    return Optional.empty();
  }

  /**
   * The correction of a weight, or the exchange of two.
   *
   * @param failing a tree whose condition does not hold, which is linear in each weight
   */
  public static Optional<String> ofWeights(
      ParametricRungeKutta family, ParametricWeights weights, RootedTree failing) {
    try {
      return weight(family, weights.residual(failing), weights.slopes(failing))
          .or(() -> exchange(family));
    } catch (TooMuchWork e) {
      return Optional.empty();
    }
  }

  private static Optional<String> weight(
      ParametricRungeKutta family, RationalFunction off, List<RationalFunction> slopes) {
    for (int j = 0; j < family.stages(); j++) {
      if (!slopes.get(j).isZero()) {
        RationalFunction right = family.weights().get(j).minus(off.over(slopes.get(j)));
        if (FamilyClaim.holds(
            withWeights(family, TableauFixIt.replaced(family.weights(), j, right)))) {
          return sentence(family.order(), EntryText.of(right), "the weight of stage " + (j + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> exchange(ParametricRungeKutta family) {
    List<RationalFunction> weights = family.weights();
    for (int i = 0; i < weights.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<RationalFunction> exchanged =
            TableauFixIt.replaced(
                TableauFixIt.replaced(weights, i, weights.get(j)), j, weights.get(i));
        if (FamilyClaim.holds(withWeights(family, exchanged))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "With the weights of stages %d and %d exchanged, order %d holds for every value.",
                  j + 1,
                  i + 1,
                  family.order()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The correction of a coefficient of a recurrence.
   *
   * @param q such that C_q is not 0, which is linear in each coefficient
   */
  public static Optional<String> of(ParametricMultistep family, int q) {
    if (family.absorbs()) {
      return Optional.empty();
    }
    RationalFunction off = ParametricConstants.of(family, q);
    for (int i = 0; i < family.coefficients().size(); i++) {
      RationalFunction slope = ParametricConstants.slope(family, i, q);
      if (!slope.isZero()) {
        RationalFunction right = family.coefficients().get(i).minus(off.over(slope));
        if (FamilyClaim.holds(
            family.withCoefficients(TableauFixIt.replaced(family.coefficients(), i, right)))) {
          return sentence(
              family.order(),
              EntryText.factor(right),
              "the coefficient of " + family.shape().terms().get(i).reference());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> sentence(int order, String text, String what) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "With %s as %s, order %d holds for every value.", text, what, order));
  }

  private static ParametricRungeKutta withWeights(
      ParametricRungeKutta family, List<RationalFunction> weights) {
    return family.with(family.a(), weights, family.c());
  }
}
