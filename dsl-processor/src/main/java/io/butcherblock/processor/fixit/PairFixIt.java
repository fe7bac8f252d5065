package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.PairClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.order.TwoColorConditions;
import io.butcherblock.processor.order.TwoColorConditions.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one number of the two tableaus of a scheme whose correction makes everything hold that
 * is claimed, as {@link TableauFixIt} does of one tableau.
 */
public final class PairFixIt {

  /** A look at one condition takes milliseconds, and each stage more squares the pairs. */
  private static final int MOST_STAGES_OF_EXCHANGE = 8;

  private PairFixIt() {}

  /**
   * The correction of the abscissa of stage {@code i} or of a coefficient of its row.
   *
   * @param ofFirst whether it is a row of the first tableau
   */
  public static Optional<String> ofRow(TableauPair scheme, boolean ofFirst, int i) {
    return in(scheme, ofFirst).row(i, scheme.first().stages());
  }

  /** The correction of a weight or of the common factor of a tableau. */
  public static Optional<String> ofWeights(TableauPair scheme, Failure failing) {
    if (isWrittenBySteps(scheme)) {
      return SplittingFixIt.of((AdditiveRungeKutta) scheme, failing);
    }
    boolean ofFirst = failing.tree().isFirst();
    RungeKutta tableau = scheme.tableau(ofFirst);
    // A condition is linear in the weights of the color of its root.
    return in(scheme, ofFirst)
        .weights(
            failing.left(),
            failing.right(),
            j ->
                off(failing, scheme.withTableau(ofFirst, withOneMore(tableau, j)))
                    .minus(failing.off()));
  }

  /** The exchange of two coefficients of one row of a tableau. */
  public static Optional<String> ofExchange(TableauPair scheme, Failure failing) {
    if (isWrittenBySteps(scheme)) {
      return Optional.empty();
    }
    return exchange(scheme, /* ofFirst= */ true, failing)
        .or(() -> exchange(scheme, /* ofFirst= */ false, failing));
  }

  private static Optional<String> exchange(TableauPair scheme, boolean ofFirst, Failure failing) {
    return in(scheme, ofFirst)
        .exchangeInRow(
            MOST_STAGES_OF_EXCHANGE,
            changed -> {
              TableauPair other = scheme.withTableau(ofFirst, changed);
              return other.isExplicit() && scheme.tolerance().allows(off(failing, other));
            });
  }

  /** Whether its tableaus were computed, so that no entry of them can be what was written wrong. */
  private static boolean isWrittenBySteps(TableauPair scheme) {
    return scheme instanceof AdditiveRungeKutta additive && additive.splitting().isPresent();
  }

  private static TableauFixIt in(TableauPair scheme, boolean ofFirst) {
    return new TableauFixIt(
        scheme.tableau(ofFirst).withTolerance(scheme.tolerance()),
        " of " + scheme.tableauName(ofFirst),
        scheme.order(),
        changed -> PairClaim.holds(scheme.withTableau(ofFirst, changed)));
  }

  private static RungeKutta withOneMore(RungeKutta tableau, int stage) {
    List<Exact> weights = new ArrayList<>(tableau.weights());
    weights.set(stage, weights.get(stage).plus(Exact.ONE));
    return new RungeKutta(
        tableau.name(), tableau.order(), tableau.a(), weights, tableau.factor(), tableau.c());
  }

  private static Exact off(Failure failing, TableauPair changed) {
    return TwoColorConditions.of(changed).off(failing);
  }
}
