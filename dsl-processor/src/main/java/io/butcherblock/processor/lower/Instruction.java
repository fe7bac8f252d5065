package io.butcherblock.processor.lower;

import java.util.List;
import java.util.stream.Collectors;

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
      return target
          + " = "
          + terms.stream()
              .map(Term::toString)
              .collect(Collectors.joining(" + "))
              .replace("+ -", "- ");
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
