package io.butcherblock.program;

import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives the program that computes the state before a block from the state behind it. An
 * evaluation can be made once its argument is known; a sum of which all but one value are known,
 * this one with the factor 1 or -1, is solved for it. Other factors are not divided by: errors
 * would grow from block to block, and a trained one may become 0.
 */
final class InverseProgram {

  private final BlockProgram program;
  private final List<Instruction> instructions = new ArrayList<>();
  private final Set<Value> known = new HashSet<>();

  /** Each sum of the program with all of its terms. */
  private final Map<Value, List<Term>> sums = new LinkedHashMap<>();

  private final List<Evaluate> evaluations = new ArrayList<>();

  private InverseProgram(BlockProgram program) {
    this.program = program;
    known.addAll(program.outputs());
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        evaluations.add(evaluate);
      } else if (instruction instanceof Combine combine) {
        sums.put(combine.target(), new ArrayList<>(combine.terms()));
      } else if (instruction instanceof Accumulate accumulate) {
        sums.get(accumulate.target()).addAll(accumulate.terms());
      }
    }
  }

  /** The inverse; empty if it has no closed form of this kind. */
  static Optional<BlockProgram> of(BlockProgram program) {
    return new InverseProgram(program).derive();
  }

  private Optional<BlockProgram> derive() {
    while (!known.containsAll(program.inputs())) {
      if (!evaluateNext() && !solveNext()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new BlockProgram(
            program.outputs(), instructions, program.coefficients(), program.inputs()));
  }

  private boolean evaluateNext() {
    for (Evaluate evaluate : evaluations) {
      if (!known.contains(evaluate.target()) && known.contains(evaluate.at())) {
        add(evaluate, evaluate.target());
        return true;
      }
    }
    return false;
  }

  private boolean solveNext() {
    for (Map.Entry<Value, List<Term>> sum : sums.entrySet()) {
      List<Term> unknown =
          sum.getValue().stream().filter(term -> !known.contains(term.value())).toList();
      boolean isKnown = known.contains(sum.getKey());
      if (unknown.isEmpty() && !isKnown) {
        add(new Combine(sum.getKey(), sum.getValue()), sum.getKey());
        return true;
      }
      if (unknown.size() == 1 && isKnown && sign(unknown.get(0)) != 0) {
        solve(sum.getKey(), sum.getValue(), unknown.get(0));
        return true;
      }
    }
    return false;
  }

  /** From target = sign x + rest to x = sign (target - rest). */
  private void solve(Value target, List<Term> terms, Term unknown) {
    List<Term> rest = new ArrayList<>(terms);
    rest.remove(unknown);
    double sign = sign(unknown);
    List<Term> solved = new ArrayList<>(List.of(new Term(factor(sign), target)));
    if (!rest.isEmpty()) {
      Value part = new Value("restOf" + unknown.value().name());
      add(new Combine(part, rest), part);
      solved.add(new Term(factor(-sign), part));
    }
    add(new Combine(unknown.value(), solved), unknown.value());
  }

  private static Factor factor(double sign) {
    return sign > 0 ? new Factor.Unit() : new Factor.Frozen("-1", -1);
  }

  /** 1 or -1 if that is the factor of a term, else 0. */
  private static double sign(Term term) {
    if (term.isUnit()) {
      return 1;
    }
    return term.factor() instanceof Factor.Frozen frozen && frozen.value() == -1 ? -1 : 0;
  }

  private void add(Instruction instruction, Value made) {
    instructions.add(instruction);
    known.add(made);
  }
}
