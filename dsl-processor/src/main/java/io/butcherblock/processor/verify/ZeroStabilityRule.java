package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.OffendingRoot;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.VonNeumann;
import io.butcherblock.processor.stability.Characteristic;
import java.util.List;

/**
 * The roots of rho(z) = z^k - sum a_j z^(k-1-j) satisfy the root condition (Hairer, N&oslash;rsett,
 * Wanner I, Definition III.3.2). Decided exactly; the root in the message is rounded.
 */
final class ZeroStabilityRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    int roots = rho.squareRoots();
    // Roots at 0 are inside the circle, and cost nothing.
    int degree = rho.shiftedDown(rho.lowestPower()).degree();
    if (degree > Polynomial.highestDegree(roots)) {
      return List.of(
          Message.STABILITY_BEYOND_PROOF.at(
              new Location.Recurrence(),
              scheme.name(),
              degree,
              roots == 0
                  ? ""
                  : ", and "
                      + roots
                      + (roots == 1 ? " square root" : " independent square roots")
                      + " in its coefficients",
              Polynomial.highestDegree(roots),
              roots == 0 ? "" : ", or use fewer square roots"));
    }
    if (VonNeumann.isSimple(rho)) {
      return List.of();
    }
    OffendingRoot root = OffendingRoot.of(rho);
    return List.of(
        Message.NOT_ZERO_STABLE.at(
            new Location.Recurrence(), scheme.name(), rho, root.text(), root.reason()));
  }
}
