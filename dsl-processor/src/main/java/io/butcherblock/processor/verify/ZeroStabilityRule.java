package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.OffendingRoot;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.VonNeumann;
import io.butcherblock.processor.stability.Characteristic;
import java.util.List;
import java.util.Set;

/**
 * The roots of rho(z) = z^k - sum a_j z^(k-1-j) satisfy the root condition (Hairer, N&oslash;rsett,
 * Wanner I, Definition III.3.2; of y'' = f(y), section III.10). Decided exactly; the root in the
 * message is rounded.
 */
final class ZeroStabilityRule implements Rule<Multistep> {

  private static final Set<Message> UNSTABLE =
      Set.of(Message.NOT_ZERO_STABLE, Message.NOT_ZERO_STABLE_FOR);

  /** What is told of a method that converges. */
  private static final Set<Message> OF_STABLE =
      Set.of(Message.ORDER_TOO_LOW, Message.STARTING_ORDER, Message.NETWORK_START);

  @Override
  public List<Finding> check(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    try {
      if (VonNeumann.isStable(rho, scheme.equationOrder())) {
        return List.of();
      }
    } catch (TooMuchWork e) {
      return List.of(
          Message.STABILITY_BEYOND_PROOF.at(
              new Location.Recurrence(),
              scheme.name(),
              rho.degree(),
              Counted.of(rho.squareRoots(), "independent square root")));
    }
    OffendingRoot root = OffendingRoot.of(rho, scheme.equationOrder());
    return List.of(
        Message.NOT_ZERO_STABLE.at(
            new Location.Recurrence(),
            scheme.name(),
            rho,
            root.text(),
            root.reason(),
            scheme.isSecondOrder() ? "double at most" : "simple",
            isMeantForSecondOrder(scheme)
                ? " The root 1 is double in a scheme for y'' = f(y), which is written with h^2."
                : ""));
  }

  /**
   * Drops what follows from a recurrence not being zero-stable: neither to claim a higher order nor
   * another start makes such a method converge, and where h was written for h^2 no order holds for
   * the same reason. Of coefficients of y that do not sum to 1, which is told as an order that does
   * not hold, one is wrong: with the right one rho is another polynomial.
   */
  static void withoutOrderOfUnstable(Multistep scheme, List<Finding> findings) {
    if (findings.stream().map(Finding::message).noneMatch(UNSTABLE::contains)) {
      return;
    }
    if (findings.stream().anyMatch(f -> f.message() == Message.MULTISTEP_ORDER_TOO_HIGH)
        && !Characteristic.rho(scheme).at(Exact.ONE).isZero()) {
      findings.removeIf(finding -> UNSTABLE.contains(finding.message()));
      return;
    }
    boolean meantForSecondOrder = isMeantForSecondOrder(scheme);
    findings.removeIf(
        finding ->
            OF_STABLE.contains(finding.message())
                || (meantForSecondOrder && finding.message() == Message.MULTISTEP_ORDER_TOO_HIGH));
  }

  /**
   * Whether a recurrence that is neither zero-stable nor consistent for y' = f(y) would be both for
   * y'' = f(y) but for the factor of its f: h was written for h^2.
   */
  private static boolean isMeantForSecondOrder(Multistep scheme) {
    if (scheme.isSecondOrder() || scheme.predictor().isPresent()) {
      return false;
    }
    Polynomial rho = Characteristic.rho(scheme);
    return rho.at(Exact.ONE).isZero()
        && rho.derivative().at(Exact.ONE).isZero()
        && !Characteristic.sigma(scheme).at(Exact.ONE).isZero()
        && MultistepClaim.isZeroStable(scheme.withEquationOrder(2));
  }
}
