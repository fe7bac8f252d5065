package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import java.util.Map;
import java.util.Objects;

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

  /** The initial value of a coefficient of this program. */
  public Exact number(Coefficient coefficient) {
    return Objects.requireNonNull(numbers.get(coefficient.exact()), coefficient.exact());
  }
}
