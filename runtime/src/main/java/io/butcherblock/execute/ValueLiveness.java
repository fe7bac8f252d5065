package io.butcherblock.execute;

import io.butcherblock.graph.Assignment;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides when values are released and which sums are taken in place. */
public final class ValueLiveness {

  private ValueLiveness() {}

  /**
   * Schedules straight-line code: each value is released right after its last use.
   *
   * @param input the code's, which is the caller's: never overwritten nor released
   * @param output the code's, which is the caller's as well
   * @param overwritable whether a value's memory may be taken by a sum that is its last use
   */
  public static <T extends Assignment> List<ScheduledStep<T>> schedule(
      List<T> assignments, Value input, Value output, Predicate<Value> overwritable) {
    return schedule(assignments, new HashSet<>(List.of(input, output)), overwritable);
  }

  /**
   * Schedules straight-line code with several inputs or outputs.
   *
   * @param callers its inputs and outputs, which are the caller's: never overwritten nor released
   * @param overwritable whether a value's memory may be taken by a sum that is its last use
   */
  public static <T extends Assignment> List<ScheduledStep<T>> schedule(
      List<T> assignments, Set<Value> callers, Predicate<Value> overwritable) {
    Set<Value> needed = new HashSet<>(callers);
    ArrayDeque<ScheduledStep<T>> steps = new ArrayDeque<>();
    for (int i = assignments.size() - 1; i >= 0; i--) {
      T assignment = assignments.get(i);
      Set<Value> dying = new LinkedHashSet<>(assignment.inputs());
      dying.removeAll(needed);
      Optional<Value> overwritten =
          overwritten(assignment.sum(), value -> dying.contains(value) && overwritable.test(value));
      overwritten.ifPresent(dying::remove);
      assignment.outputs().stream().filter(made -> !needed.contains(made)).forEach(dying::add);
      needed.addAll(assignment.inputs());
      steps.addFirst(new ScheduledStep<>(assignment, overwritten, List.copyOf(dying)));
    }
    return List.copyOf(steps);
  }

  /** A term with the factor 1 that occurs once in a sum: the others are added to it. */
  private static Optional<Value> overwritten(List<Term> sum, Predicate<Value> allowed) {
    if (sum.size() < 2) {
      return Optional.empty();
    }
    return sum.stream()
        .filter(Term::isUnit)
        .map(Term::value)
        .filter(allowed)
        .filter(value -> sum.stream().filter(term -> term.value().equals(value)).count() == 1)
        .findFirst();
  }
}
