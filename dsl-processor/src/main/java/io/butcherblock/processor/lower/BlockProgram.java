package io.butcherblock.processor.lower;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a block computes, as straight-line code: the one intermediate form. Evaluations give h f, so
 * the step size does not occur.
 *
 * @param instructions in their order of execution; every value but the input and the output is
 *     released right after its last use
 * @param coefficients the trained coefficients
 * @param output the value that the block returns
 */
public record BlockProgram(
    List<Instruction> instructions, List<Coefficient> coefficients, Value output) {

  public BlockProgram {
    instructions = List.copyOf(instructions);
    coefficients = List.copyOf(coefficients);
  }

  /** How often the block evaluates the derivative. */
  public int evaluations() {
    return Math.toIntExact(
        instructions.stream().filter(Instruction.Evaluate.class::isInstance).count());
  }

  /** One instruction a line. */
  @Override
  public String toString() {
    return instructions.stream().map(i -> i + "\n").collect(Collectors.joining())
        + "return "
        + output
        + "\n";
  }
}
