package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** Builds a block program instruction by instruction; generated code uses it. */
public final class ProgramWriter {

  private final int stepPower;
  private final List<Instruction> instructions = new ArrayList<>();

  /** The writer of a program of a scheme for y' = f(y), whose evaluations give h f. */
  public ProgramWriter() {
    this(/* stepPower= */ 1);
  }

  /**
   * The writer of a program whose evaluations give h^d f.
   *
   * @param stepPower d, the order of the differential equation, 1 or 2
   */
  public ProgramWriter(int stepPower) {
    this.stepPower = stepPower;
  }

  /**
   * Adds an evaluation of the vector field, {@code target = h f(at)}, or with the power of h that
   * the writer has.
   *
   * @param target the name of the new value
   * @param evaluation the number of the evaluation in its block, from 1
   * @param at the name of the value where the vector field is evaluated
   * @return this writer
   */
  public ProgramWriter evaluate(String target, int evaluation, String at) {
    return evaluate(target, evaluation, at, Summand.ALL);
  }

  /**
   * Adds an evaluation of a summand of the vector field, {@code target = h f(at)} or {@code h
   * g(at)}.
   *
   * @param target the name of the new value
   * @param evaluation the number of the evaluation in its block, from 1
   * @param at the name of the value where the vector field is evaluated
   * @param summand what of the right-hand side is evaluated
   * @return this writer
   */
  public ProgramWriter evaluate(String target, int evaluation, String at, Summand summand) {
    instructions.add(
        new Instruction.Evaluate(new Value(target), evaluation, new Value(at), stepPower, summand));
    return this;
  }

  /**
   * Adds the computation of a sum, {@code target} = the sum of the terms.
   *
   * @param target the name of the new value
   * @param terms at least one
   * @return this writer
   */
  public ProgramWriter combine(String target, Term... terms) {
    instructions.add(new Instruction.Combine(new Value(target), List.of(terms)));
    return this;
  }

  /**
   * Adds an addition in place, {@code target} += the sum of the terms.
   *
   * @param target the name of a value that a combination made
   * @param terms at least one
   * @return this writer
   */
  public ProgramWriter accumulate(String target, Term... terms) {
    instructions.add(new Instruction.Accumulate(new Value(target), List.of(terms)));
    return this;
  }

  /**
   * Adds the release of values that are not used afterwards.
   *
   * @param values their names
   * @return this writer
   */
  public ProgramWriter release(String... values) {
    for (String value : values) {
      instructions.add(new Instruction.Release(new Value(value)));
    }
    return this;
  }

  /**
   * The program of the instructions added so far, from one state to another.
   *
   * @param inputs the names of the values of the state before the block; the first is {@code y0}
   * @param outputs the names of those of the state behind the block, in the order of the inputs of
   *     the next one
   * @param coefficients the trained coefficients; empty if coefficients are frozen
   */
  public BlockProgram returning(
      List<String> inputs, List<String> outputs, List<Coefficient> coefficients) {
    return new BlockProgram(
        inputs.stream().map(Value::new).toList(),
        instructions,
        coefficients,
        outputs.stream().map(Value::new).toList());
  }

  /**
   * The program of the instructions added so far.
   *
   * @param output the name of the value that the block returns
   * @param coefficients the trained coefficients; empty if coefficients are frozen
   */
  public BlockProgram returning(String output, List<Coefficient> coefficients) {
    return new BlockProgram(instructions, coefficients, new Value(output));
  }
}
