package io.butcherblock.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a block computes, as straight-line code from a state to the state of the next block.
 * Evaluations of the vector field f give h f, or h^2 f of a scheme for y'' = f(y), so the step size
 * h does not occur elsewhere. Of y' = f(y) + g(y) each evaluation is one of f or of g.
 *
 * <p>The state of most schemes is one value, y. A multistep scheme that carries its history from
 * block to block has earlier values in it, too; a partitioned scheme has two halves.
 *
 * @param inputs the state before the block; the first is {@link Value#INPUT}
 * @param instructions in their order of execution; every value but the input and the output is
 *     released right after its last use
 * @param coefficients the trained coefficients, {@code scale1}, {@code scale2}, ...; empty if
 *     coefficients are frozen
 * @param outputs the state behind the block, in the order of the inputs of the next one; an input
 *     among them is passed on as it is
 */
public record BlockProgram(
    List<Value> inputs,
    List<Instruction> instructions,
    List<Coefficient> coefficients,
    List<Value> outputs) {

  public BlockProgram {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    instructions = List.copyOf(instructions);
    coefficients = List.copyOf(coefficients);
  }

  /**
   * A program whose state is one value.
   *
   * @param instructions in their order of execution
   * @param coefficients the trained coefficients; empty if coefficients are frozen
   * @param output the value that the block returns
   */
  public BlockProgram(
      List<Instruction> instructions, List<Coefficient> coefficients, Value output) {
    this(List.of(Value.INPUT), instructions, coefficients, List.of(output));
  }

  /** The first value of the state behind the block: that of y. */
  public Value output() {
    return outputs.get(0);
  }

  /** Whether the state before and behind the block is one value. */
  public boolean hasOneState() {
    return inputs.size() == 1 && outputs.size() == 1;
  }

  /** The outputs that the block makes: all but those that it passes on as they are. */
  public List<Value> made() {
    return outputs.stream().filter(value -> !inputs.contains(value)).toList();
  }

  /** How often the block evaluates the vector field. */
  public int evaluations() {
    return summands().size();
  }

  /** What of the right-hand side each evaluation computes, first to last. */
  public List<Summand> summands() {
    return instructions.stream()
        .filter(Instruction.Evaluate.class::isInstance)
        .map(instruction -> ((Instruction.Evaluate) instruction).summand())
        .toList();
  }

  /** The power of the step size h in the evaluations, 1 or 2; 1 where there is none. */
  public int stepPower() {
    return instructions.stream()
        .filter(Instruction.Evaluate.class::isInstance)
        .mapToInt(instruction -> ((Instruction.Evaluate) instruction).stepPower())
        .max()
        .orElse(1);
  }

  /**
   * The largest number of tensors of feature maps that are alive at the same time when the block
   * runs without recording gradients, its inputs included; what the vector field needs inside is
   * not counted.
   */
  public int peak() {
    return Liveness.peak(instructions, inputs.size());
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
    String input = inputs.size() == 1 ? "" : "input " + list(inputs) + "\n";
    return input
        + instructions.stream().map(i -> i + "\n").collect(Collectors.joining())
        + "return "
        + list(outputs)
        + "\n";
  }

  private static String list(List<Value> values) {
    return values.stream().map(Value::toString).collect(Collectors.joining(", "));
  }
}
