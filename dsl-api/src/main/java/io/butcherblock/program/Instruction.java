package io.butcherblock.program;

import java.util.ArrayList;
import java.util.List;

/** One line of a block program. */
public sealed interface Instruction {

  /** The values that the instruction reads. */
  List<Value> operands();

  /** The terms of the sum that the instruction computes; empty if it computes none. */
  default List<Term> terms() {
    return List.of();
  }

  /**
   * How often the instruction goes over feature maps; 0 for a release, and for an evaluation, whose
   * cost is that of the vector field.
   */
  default int passes() {
    return 0;
  }

  /**
   * How often the computation of a new sum goes over feature maps: {@code y + c k} is one pass, as
   * is {@code c k}; each further term is one more.
   *
   * @param terms the number of terms
   * @param withUnit whether the factor of one of them is 1
   */
  static int passesOfSum(int terms, boolean withUnit) {
    return terms - (withUnit ? 1 : 0);
  }

  /**
   * Evaluates the vector field: {@code target = h f(at)}, {@code h^2 f(at)} of a scheme for y'' =
   * f(y), or {@code h g(at)} of one for y' = f(y) + g(y).
   *
   * @param target the new value
   * @param evaluation the number of the evaluation in its block, from 1
   * @param at where the vector field is evaluated
   * @param stepPower the power of the step size h in the target: the order of the differential
   *     equation, 1 or 2
   * @param summand what of the right-hand side is evaluated
   */
  record Evaluate(Value target, int evaluation, Value at, int stepPower, Summand summand)
      implements Instruction {

    /** The evaluation of a scheme for y' = f(y). */
    public Evaluate(Value target, int evaluation, Value at) {
      this(target, evaluation, at, /* stepPower= */ 1, Summand.ALL);
    }

    /** What is evaluated, with its number: {@code f1}, or {@code g2} of y' = f(y) + g(y). */
    public String function() {
      return summand.letter() + evaluation;
    }

    /** A power of the step size as it stands before f: {@code h}, {@code h^2}. */
    public static String stepText(int stepPower) {
      return stepPower == 1 ? "h" : "h^" + stepPower;
    }

    @Override
    public List<Value> operands() {
      return List.of(at);
    }

    @Override
    public String toString() {
      return target + " = " + stepText(stepPower) + " " + function() + "(" + at + ")";
    }
  }

  /**
   * Computes a sum into a new tensor: {@code target} = the sum of the terms.
   *
   * @param target the new value
   * @param terms at least one
   */
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
   * Adds a sum in place: {@code target} += the sum of the terms. No other instruction reads the
   * target between the combination that makes it and its last accumulation.
   *
   * @param target a value that a combination made
   * @param terms at least one
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

  /**
   * Frees the memory of a value after its last use.
   *
   * @param value is not used afterwards
   */
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
