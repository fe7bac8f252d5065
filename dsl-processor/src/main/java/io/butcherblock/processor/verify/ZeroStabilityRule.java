package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Counted;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
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
    try {
      if (VonNeumann.isSimple(rho)) {
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
    OffendingRoot root = OffendingRoot.of(rho);
    return List.of(
        Message.NOT_ZERO_STABLE.at(
            new Location.Recurrence(), scheme.name(), rho, root.text(), root.reason()));
  }
}
