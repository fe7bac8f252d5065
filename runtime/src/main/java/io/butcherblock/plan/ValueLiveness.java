package io.butcherblock.plan;

import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides when values are released and which sums are taken in place. */
final class ValueLiveness {

  private ValueLiveness() {}

  /**
   * The steps of {@code operations}.
   *
   * @param input the network's, which is the caller's: never overwritten nor released
   * @param output the network's, the caller's too
   */
  static List<PlannedStep> plan(List<Operation> operations, Value input, Value output) {
    Set<Value> needed = new HashSet<>(Set.of(input, output));
    List<PlannedStep> steps = new ArrayList<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      Set<Value> dying = new LinkedHashSet<>(operation.inputs());
      dying.removeAll(needed);
      needed.addAll(operation.inputs());
      Optional<Value> overwritten = overwritten(operation, dying);
      overwritten.ifPresent(dying::remove);
      steps.add(0, new PlannedStep(operation, overwritten, List.copyOf(dying)));
    }
    return steps;
  }

  /** A dying term with the factor 1 that occurs once in a sum: the others are added to it. */
  private static Optional<Value> overwritten(Operation operation, Set<Value> dying) {
    if (!(operation instanceof Operation.Sum sum) || sum.terms().size() < 2) {
      return Optional.empty();
    }
    return sum.terms().stream()
        .filter(Term::isUnit)
        .map(Term::value)
        .filter(dying::contains)
        .filter(value -> sum.terms().stream().filter(t -> t.value().equals(value)).count() == 1)
        .findFirst();
  }
}
