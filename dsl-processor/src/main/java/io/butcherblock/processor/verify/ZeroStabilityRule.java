package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.model.Multistep;
import java.util.List;

/**
 * The roots of rho(z) = z^k - sum a_j z^(k-1-j) satisfy the root condition (Hairer, N&oslash;rsett,
 * Wanner I, Definition III.3.2). Decided exactly; the root in the message is rounded.
 */
final class ZeroStabilityRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    if (VonNeumann.isSimple(rho)) {
      return List.of();
    }
    OffendingRoot root = OffendingRoot.of(rho);
    return List.of(
        Message.NOT_ZERO_STABLE.at(
            new Place.Recurrence(), scheme.name(), rho, root.text(), root.reason()));
  }
}
