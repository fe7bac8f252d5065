package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Term;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A block program and the exact numbers that occur in it.
 *
 * @param numbers by their text; the program itself has only that and the nearest double
 */
public record LoweredProgram(BlockProgram program, Map<String, Exact> numbers) {

  public LoweredProgram {
    numbers = Map.copyOf(numbers);
  }

  /** Whether there is anything to train. */
  public boolean trains() {
    return !program.coefficients().isEmpty();
  }

  /** The number that a factor of this program is. */
  public Exact number(Factor.Frozen factor) {
    return Objects.requireNonNull(numbers.get(factor.exact()), factor.exact());
  }

  /** The initial value of a coefficient of this program; empty of the logit of a parameter. */
  public Optional<Exact> number(Coefficient coefficient) {
    return Optional.ofNullable(numbers.get(coefficient.exact()));
  }

  /** The formulas by which coefficients of this program are computed, each once. */
  public List<Formula> formulas() {
    return formulas(program.instructions());
  }

  /** The formulas of some instructions, each once. */
  public static List<Formula> formulas(List<Instruction> instructions) {
    return instructions.stream()
        .flatMap(instruction -> instruction.terms().stream())
        .map(Term::factor)
        .filter(Factor.Derived.class::isInstance)
        .map(factor -> ((Factor.Derived) factor).formula())
        .distinct()
        .toList();
  }
}
