package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** One line of a block program. */
public sealed interface Instruction {

  /** The values that it reads. */
  List<Value> operands();

  /** {@code target = h f(at)}: evaluation number {@code evaluation} of the block, from 1. */
  record Evaluate(Value target, int evaluation, Value at) implements Instruction {

    @Override
    public List<Value> operands() {
      return List.of(at);
    }

    @Override
    public String toString() {
      return target + " = h f" + evaluation + "(" + at + ")";
    }
  }

  /** {@code target} = the sum of the terms; a new tensor. */
  record Combine(Value target, List<Term> terms) implements Instruction {

    public Combine {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Value> operands() {
      return terms.stream().map(Term::value).toList();
    }

    @Override
    public String toString() {
      return target + " = " + Term.sum(terms);
    }
  }

  /**
   * {@code target} += the sum of the terms, in place. Between the combination that makes the target
   * and its last accumulation nothing else reads it.
   */
  record Accumulate(Value target, List<Term> terms) implements Instruction {

    public Accumulate {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Value> operands() {
      List<Value> operands = new ArrayList<>(List.of(target));
      terms.forEach(term -> operands.add(term.value()));
      return operands;
    }

    @Override
    public String toString() {
      return target + " += " + Term.sum(terms);
    }
  }

  /** The value has had its last use. */
  record Release(Value value) implements Instruction {

    @Override
    public List<Value> operands() {
      return List.of(value);
    }

    @Override
    public String toString() {
      return "release " + value;
    }
  }
}
