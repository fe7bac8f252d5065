package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.Optional;

/**
 * A weight times a value.
 *
 * @param weight not 0; of a trained coefficient the initial value, of a family's that of a member
 * @param learned the coefficient that is trained or depends on what is; empty where it is frozen
 */
record WeightedValue(Exact weight, Optional<Factor> learned, Value value) {

  static WeightedValue unit(Value value) {
    return frozen(Exact.ONE, value);
  }

  static WeightedValue frozen(Exact weight, Value value) {
    return new WeightedValue(weight, Optional.empty(), value);
  }

  boolean isFrozen() {
    return learned.isEmpty();
  }

  boolean isUnit() {
    return isFrozen() && weight.isOne();
  }

  Term term() {
    if (isUnit()) {
      return new Term(new Factor.Unit(), value);
    }
    return new Term(
        learned.orElseGet(() -> new Factor.Frozen(ShortText.exact(weight), weight.doubleValue())),
        value);
  }
}
