package io.butcherblock.execute;

import io.butcherblock.graph.Assignment;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One step of straight-line code, and what becomes of the memory of values.
 *
 * @param assignment what is computed
 * @param overwritten the value whose memory the result of a sum takes
 * @param released values that have had their last use after this step, the overwritten one left out
 * @param <T> the kind of assignments
 */
public record ScheduledStep<T extends Assignment>(
    T assignment, Optional<Value> overwritten, List<Value> released) {

  public ScheduledStep {
    released = List.copyOf(released);
  }

  @Override
  public String toString() {
    String text = assignment.toString();
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
