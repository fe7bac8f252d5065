package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.multivariate.MultivariatePolynomial;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.multivariate.ZeroInBox;
import io.butcherblock.processor.order.ParametricConstants;
import io.butcherblock.processor.order.ParametricWeights;
import io.butcherblock.processor.order.RootedTree;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a family claims holds for every value of its parameters, as far as that is soon proved. */
public final class FamilyClaim {

  private FamilyClaim() {}

  /** Whether row sums and order conditions are identities and no coefficient has a pole. */
  public static boolean holds(ParametricRungeKutta family) {
    try {
      return family.order() <= TableauClaim.SOON_PROVED
          && holdsAtStart(family)
          && IntStream.range(0, family.stages()).allMatch(i -> difference(family, i).isZero())
          && conditionsHold(family)
          && hasNoPole(family);
    } catch (TooMuchWork e) {
      return false;
    }
  }

  /** Of numbers it is soon known; of functions a single condition can take seconds. */
  private static boolean holdsAtStart(ParametricRungeKutta family) {
    try {
      return TableauClaim.holds(family.start());
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /**
   * Whether C_0 = ... = C_p = 0 are identities for the claimed order p, no coefficient has a pole,
   * and the member at the start is zero-stable.
   */
  public static boolean holds(ParametricMultistep family) {
    try {
      return IntStream.rangeClosed(0, family.order())
              .allMatch(q -> ParametricConstants.of(family, q).isZero())
          && hasNoPole(family)
          && MultistepClaim.isZeroStable(family.start());
    } catch (TooMuchWork e) {
      return false;
    }
  }

  /** The sum of row {@code i}, from 0, less its abscissa. */
  public static RationalFunction difference(ParametricRungeKutta family, int i) {
    return sum(family, i).minus(family.c().get(i));
  }

  /** The sum of row {@code i}, from 0. */
  public static RationalFunction sum(ParametricRungeKutta family, int i) {
    return family.a().get(i).stream().reduce(RationalFunction.ZERO, RationalFunction::plus);
  }

  /**
   * Where a factor of a denominator is 0, the parameters in their intervals: {@code for a = 1/2}.
   *
   * @throws TooMuchWork where that is not decided
   */
  public static Optional<String> pole(ParametricScheme family, MultivariatePolynomial factor) {
    return ZeroInBox.of(factor, family.box());
  }

  private static boolean hasNoPole(ParametricScheme family) {
    return family.functions().stream()
        .flatMap(function -> function.factors().keySet().stream())
        .distinct()
        .allMatch(factor -> pole(family, factor).isEmpty());
  }

  private static boolean conditionsHold(ParametricRungeKutta family) {
    ParametricWeights weights = new ParametricWeights(family);
    return IntStream.rangeClosed(1, family.order())
        .boxed()
        .flatMap(order -> RootedTree.ofOrder(order).stream())
        .allMatch(tree -> weights.residual(tree).isZero());
  }
}
