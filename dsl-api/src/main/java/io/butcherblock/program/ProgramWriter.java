package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** Builds a block program instruction by instruction; generated code uses it. */
public final class ProgramWriter {

  private final List<Instruction> instructions = new ArrayList<>();

  /** Adds {@code target = h f(at)}, evaluation number {@code evaluation} of the block, from 1. */
  public ProgramWriter evaluate(String target, int evaluation, String at) {
    instructions.add(new Instruction.Evaluate(new Value(target), evaluation, new Value(at)));
    return this;
  }

  /** Adds {@code target} = the sum of the terms, a new value. */
  public ProgramWriter combine(String target, Term... terms) {
    instructions.add(new Instruction.Combine(new Value(target), List.of(terms)));
    return this;
  }

  /** Adds {@code target} += the sum of the terms, in place. */
  public ProgramWriter accumulate(String target, Term... terms) {
    instructions.add(new Instruction.Accumulate(new Value(target), List.of(terms)));
    return this;
  }

  /** Adds the release of values that have had their last use. */
  public ProgramWriter release(String... values) {
    for (String value : values) {
      instructions.add(new Instruction.Release(new Value(value)));
    }
    return this;
  }

  /** The program of the instructions added so far, which returns {@code output}. */
  public BlockProgram returning(String output, List<Coefficient> coefficients) {
    return new BlockProgram(instructions, coefficients, new Value(output));
  }
}
