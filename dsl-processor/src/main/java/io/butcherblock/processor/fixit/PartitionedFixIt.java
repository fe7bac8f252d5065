package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.PartitionedClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one number of the two tableaus of a partitioned scheme whose correction makes
 * everything hold that is claimed, as {@link TableauFixIt} does of one tableau.
 */
public final class PartitionedFixIt {

  /** A look at one condition takes milliseconds, and each stage more squares the pairs. */
  private static final int MOST_STAGES_OF_EXCHANGE = 8;

  private PartitionedFixIt() {}

  /**
   * The correction of the abscissa of stage {@code i} or of a coefficient of its row.
   *
   * @param ofP whether it is a row of the tableau of p, not of q
   */
  public static Optional<String> ofRow(PartitionedRungeKutta scheme, boolean ofP, int i) {
    return in(scheme, ofP).row(i, scheme.p().stages());
  }

  /** The correction of a weight or of the common factor of a tableau. */
  public static Optional<String> ofWeights(PartitionedRungeKutta scheme, Failure failing) {
    boolean ofP = failing.rootOfP();
    RungeKutta tableau = ofP ? scheme.p() : scheme.q();
    // A condition is linear in the weights of the color of its root.
    return in(scheme, ofP)
        .weights(
            failing.left(),
            failing.condition().rightSide(),
            j -> off(failing, with(scheme, ofP, withOneMore(tableau, j))).minus(failing.off()));
  }

  /** The exchange of two coefficients of one row of a tableau. */
  public static Optional<String> ofExchange(PartitionedRungeKutta scheme, Failure failing) {
    return exchange(scheme, /* ofP= */ true, failing)
        .or(() -> exchange(scheme, /* ofP= */ false, failing));
  }

  private static Optional<String> exchange(
      PartitionedRungeKutta scheme, boolean ofP, Failure failing) {
    return in(scheme, ofP)
        .exchangeInRow(
            MOST_STAGES_OF_EXCHANGE,
            changed -> {
              PartitionedRungeKutta other = with(scheme, ofP, changed);
              return other.separable().sequence().isPresent()
                  && scheme.tolerance().allows(off(failing, other));
            });
  }

  private static TableauFixIt in(PartitionedRungeKutta scheme, boolean ofP) {
    return new TableauFixIt(
        (ofP ? scheme.p() : scheme.q()).withTolerance(scheme.tolerance()),
        ofP ? " of p" : " of q",
        scheme.order(),
        changed -> PartitionedClaim.holds(with(scheme, ofP, changed)));
  }

  private static RungeKutta withOneMore(RungeKutta tableau, int stage) {
    List<Exact> weights = new ArrayList<>(tableau.weights());
    weights.set(stage, weights.get(stage).plus(Exact.ONE));
    return new RungeKutta(
        tableau.name(), tableau.order(), tableau.a(), weights, tableau.factor(), tableau.c());
  }

  private static PartitionedRungeKutta with(
      PartitionedRungeKutta scheme, boolean ofP, RungeKutta changed) {
    return ofP
        ? scheme.withTableaus(changed, scheme.q())
        : scheme.withTableaus(scheme.p(), changed);
  }

  private static Exact off(Failure failing, PartitionedRungeKutta changed) {
    return new BicoloredConditions(changed.separable(), changed.tolerance()).off(failing);
  }
}
