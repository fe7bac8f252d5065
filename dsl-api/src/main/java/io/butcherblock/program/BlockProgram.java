package io.butcherblock.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a block computes, as straight-line code. Evaluations of the vector field f give h f, so the
 * step size h does not occur.
 *
 * @param instructions in their order of execution; every value but the input and the output is
 *     released right after its last use
 * @param coefficients the trained coefficients, {@code scale1}, {@code scale2}, ...; empty if
 *     coefficients are frozen
 * @param output the value that the block returns
 */
public record BlockProgram(
    List<Instruction> instructions, List<Coefficient> coefficients, Value output) {

  public BlockProgram {
    instructions = List.copyOf(instructions);
    coefficients = List.copyOf(coefficients);
  }

  /** How often the block evaluates the vector field. */
  public int evaluations() {
    return Math.toIntExact(
        instructions.stream().filter(Instruction.Evaluate.class::isInstance).count());
  }

  /**
   * The largest number of tensors of feature maps that are alive at the same time when the block
   * runs without recording gradients, its input included; what the vector field needs inside is not
   * counted.
   */
  public int peak() {
    return Liveness.peak(instructions);
  }

  /**
   * The length of the longest chain of evaluations of the vector field in which each depends on the
   * one before.
   */
  public int depth() {
    return Liveness.depth(this);
  }

  /**
   * How often the linear combinations of the block go over feature maps: {@code y + c k} is one
   * pass, as is {@code c k}; each further term is one more.
   */
  public int passes() {
    return instructions.stream().mapToInt(Instruction::passes).sum();
  }

  /** The program as text, with one instruction on each line. */
  @Override
  public String toString() {
    return instructions.stream().map(i -> i + "\n").collect(Collectors.joining())
        + "return "
        + output
        + "\n";
  }
}
