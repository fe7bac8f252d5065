package io.butcherblock.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the step size h goes in a block whose coefficients are fixed: not behind each evaluation,
 * which would be a pass over its feature maps and one tensor more, but into the factors that its
 * results are multiplied by. The results of evaluations are then f instead of h f, as are sums of
 * nothing else; a sum that has other terms multiplies them by h.
 */
public final class StepSizeFolding {

  private final Set<Value> withoutStepSize;

  private StepSizeFolding(Set<Value> withoutStepSize) {
    this.withoutStepSize = withoutStepSize;
  }

  /** Decides for a program; nothing is folded where coefficients are trained. */
  public static StepSizeFolding of(BlockProgram program) {
    // Where f is evaluated, and the state of the next block, are values with their h.
    Set<Value> whole = new HashSet<>(program.outputs());
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        whole.add(evaluate.at());
      }
    }
    Set<Value> values = new HashSet<>();
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        values.add(evaluate.target());
      } else if (instruction instanceof Instruction.Combine combine) {
        if (!isFixed(combine.terms())) {
          return none();
        }
        if (!whole.contains(combine.target())
            && combine.terms().stream().map(Term::value).allMatch(values::contains)) {
          values.add(combine.target());
        }
      } else if (instruction instanceof Instruction.Accumulate accumulate
          && (!isFixed(accumulate.terms()) || isMixed(accumulate, values))) {
        return none();
      }
    }
    return values.stream().anyMatch(whole::contains) ? none() : new StepSizeFolding(values);
  }

  private static StepSizeFolding none() {
    return new StepSizeFolding(Set.of());
  }

  private static boolean isFixed(List<Term> terms) {
    return terms.stream()
        .map(Term::factor)
        .allMatch(factor -> factor instanceof Factor.Unit || factor instanceof Factor.Frozen);
  }

  /** A sum that began without h, and goes on with what has it. */
  private static boolean isMixed(Instruction.Accumulate accumulate, Set<Value> values) {
    return values.contains(accumulate.target())
        && !accumulate.terms().stream().map(Term::value).allMatch(values::contains);
  }

  /** Whether a value is f, or a sum of such, and lacks the factor h. */
  public boolean lacksStepSize(Value value) {
    return withoutStepSize.contains(value);
  }

  /**
   * Whether the factor of a term is to be multiplied by h.
   *
   * @param target the value whose sum the term is part of
   */
  public boolean takesStepSize(Term term, Value target) {
    return lacksStepSize(term.value()) && !lacksStepSize(target);
  }
}
