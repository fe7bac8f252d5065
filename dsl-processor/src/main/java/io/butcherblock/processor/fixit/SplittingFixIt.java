package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.PairClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.Splitting;
import io.butcherblock.processor.model.Splitting.Step;
import io.butcherblock.processor.order.TwoColorConditions.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the step of a splitting method whose correction makes everything hold that is claimed. */
final class SplittingFixIt {

  private SplittingFixIt() {}

  /**
   * The correction of the size of a step.
   *
   * @param scheme written by its steps
   * @param failing a condition; of order 1 it is the sum of the steps of a summand
   */
  static Optional<String> of(AdditiveRungeKutta scheme, Failure failing) {
    Splitting splitting = scheme.splitting().orElseThrow();
    if (failing.tree().order() > 1) {
      return Optional.empty();
    }
    List<String> right = new ArrayList<>();
    for (int i = 0; i < splitting.steps().size(); i++) {
      Step step = splitting.steps().get(i);
      if (step.ofF() == failing.tree().isFirst()) {
        Exact size = scheme.tolerance().rounded(step.size().minus(failing.off()));
        AdditiveRungeKutta changed =
            splitting.withSize(i, size).scheme(scheme.name(), scheme.order(), scheme.tolerance());
        if (PairClaim.holds(changed)) {
          right.add(
              "With "
                  + splitting.spelling().inPlaceOf(step.size(), size)
                  + " instead of "
                  + splitting.spelling().of(step.size())
                  + " in step "
                  + (i + 1)
                  + ", all conditions of order "
                  + scheme.order()
                  + " hold"
                  + scheme.tolerance().suffix()
                  + ".");
        }
      }
    }
    // Where several would do, nobody knows which is meant.
    return right.size() == 1 ? Optional.of(right.get(0)) : Optional.empty();
  }
}
