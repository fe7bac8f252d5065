package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** One line of a block program. */
public sealed interface Instruction {

  /** The values that the instruction reads. */
  List<Value> operands();

  /**
   * How often the instruction goes over feature maps; 0 for an evaluation, whose cost is that of
   * the vector field, and for a release.
   */
  default int passes() {
    return 0;
  }

  /**
   * How often a new sum goes over feature maps: {@code y + c k} is one pass, as is {@code c k};
   * each further term is one more.
   *
   * @param terms the number of terms
   * @param withUnit whether the factor of one of them is 1
   */
  static int passesOfSum(int terms, boolean withUnit) {
    return terms - (withUnit ? 1 : 0);
  }

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
    public int passes() {
      return passesOfSum(terms.size(), terms.stream().anyMatch(Term::isUnit));
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
    public int passes() {
      return terms.size();
    }

    @Override
    public String toString() {
      return target + " += " + Term.sum(terms);
    }
  }

  /** The value has had its last use: its memory is given back. */
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
