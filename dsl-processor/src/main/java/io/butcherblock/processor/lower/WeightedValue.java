package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.Optional;

/**
 * A weight times a value.
 *
 * @param weight not 0; of a trained coefficient the initial value
 * @param coefficient the name of the trained coefficient, empty where the weight is frozen
 */
record WeightedValue(Exact weight, Optional<String> coefficient, Value value) {

  static WeightedValue unit(Value value) {
    return frozen(Exact.ONE, value);
  }

  static WeightedValue frozen(Exact weight, Value value) {
    return new WeightedValue(weight, Optional.empty(), value);
  }

  boolean isFrozen() {
    return coefficient.isEmpty();
  }

  boolean isUnit() {
    return isFrozen() && weight.isOne();
  }

  Term term() {
    if (isUnit()) {
      return new Term(new Factor.Unit(), value);
    }
    return new Term(
        coefficient
            .<Factor>map(Factor.Trained::new)
            .orElseGet(() -> new Factor.Frozen(weight.toString(), weight.doubleValue())),
        value);
  }
}
