package io.butcherblock.plan;

import io.butcherblock.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One step of a plan.
 *
 * @param overwritten the value whose memory the result of a sum takes
 * @param released values that had their last use here, the overwritten one left out
 */
record PlannedStep(Operation operation, Optional<Value> overwritten, List<Value> released) {

  PlannedStep {
    released = List.copyOf(released);
  }

  @Override
  public String toString() {
    String text = operation.toString();
    if (overwritten.isPresent()) {
      text += "  [in the memory of " + overwritten.get() + "]";
    }
    return released.isEmpty()
        ? text
        : text
            + "  [release "
            + released.stream().map(Value::toString).collect(Collectors.joining(", "))
            + "]";
  }
}
