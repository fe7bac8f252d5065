package io.butcherblock.plan;

import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who makes and who reads each value of a list of operations. */
final class DefUse {

  private final Map<Value, Operation> makers = new HashMap<>();
  private final Map<Value, List<Operation>> readers = new HashMap<>();

  DefUse(List<Operation> operations) {
    for (Operation operation : operations) {
      makers.put(operation.output(), operation);
      operation
          .inputs()
          .forEach(value -> readers.computeIfAbsent(value, v -> new ArrayList<>()).add(operation));
    }
  }

  /** What makes {@code value}; empty for the network's input. */
  Optional<Operation> maker(Value value) {
    return Optional.ofNullable(makers.get(value));
  }

  /** What makes {@code value}, if it is a convolution. */
  Optional<Operation.Convolve> convolution(Value value) {
    return maker(value)
        .filter(Operation.Convolve.class::isInstance)
        .map(Operation.Convolve.class::cast);
  }

  List<Operation> readers(Value value) {
    return readers.getOrDefault(value, List.of());
  }

  /** The one that reads {@code value}; empty if there are none or several. */
  Optional<Operation> onlyReader(Value value) {
    List<Operation> all = readers(value);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }
}
