package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** Writes a block program line by line. Generated code hands its program over in this way. */
public final class ProgramWriter {

  private final List<Instruction> instructions = new ArrayList<>();

  /** {@code target = h f_evaluation(at)}. */
  public ProgramWriter evaluate(String target, int evaluation, String at) {
    instructions.add(new Instruction.Evaluate(new Value(target), evaluation, new Value(at)));
    return this;
  }

  /** {@code target} = the sum of the terms. */
  public ProgramWriter combine(String target, Term... terms) {
    instructions.add(new Instruction.Combine(new Value(target), List.of(terms)));
    return this;
  }

  /** {@code target} += the sum of the terms. */
  public ProgramWriter accumulate(String target, Term... terms) {
    instructions.add(new Instruction.Accumulate(new Value(target), List.of(terms)));
    return this;
  }

  /** The values have had their last use. */
  public ProgramWriter release(String... values) {
    for (String value : values) {
      instructions.add(new Instruction.Release(new Value(value)));
    }
    return this;
  }

  /** The program, which returns {@code output}. */
  public BlockProgram returning(String output, List<Coefficient> coefficients) {
    return new BlockProgram(instructions, coefficients, new Value(output));
  }
}
