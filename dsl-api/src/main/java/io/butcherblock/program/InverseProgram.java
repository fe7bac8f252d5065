package io.butcherblock.program;

import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Derives from the program of a block the program of its inverse, which computes the state before
 * the block from the state behind it.
 *
 * <p>Each line of the block is an equation between values. Those of the state behind the block are
 * known. A sum with one unknown term is solved for it, if its factor is 1 or another constant; an
 * evaluation of the vector field at a known value is known. The block has an inverse in closed form
 * if the whole state before it becomes known so: leapfrog, which is solved for its oldest value,
 * and explicit partitioned schemes have one; Euler's method, {@code y1 = y0 + h f(y0)}, has none.
 */
public final class InverseProgram {

  /** {@code target} is the sum of the terms. */
  private record Sum(Value target, List<Term> terms) {}

  private final BlockProgram block;
  private final List<Sum> sums = new ArrayList<>();
  private final List<Evaluate> evaluations = new ArrayList<>();
  private final Set<Value> known;
  private final List<Instruction> solved = new ArrayList<>();

  private InverseProgram(BlockProgram block) {
    this.block = block;
    this.known = new HashSet<>(block.outputs());
  }

  /**
   * The inverse of a block.
   *
   * @return a program whose inputs are the outputs of {@code block}, and whose outputs are its
   *     inputs; its evaluations have the numbers, and its values the names, that they have in the
   *     block. Empty if there is no inverse in closed form
   */
  public static Optional<BlockProgram> of(BlockProgram block) {
    return new InverseProgram(block).derive();
  }

  private Optional<BlockProgram> derive() {
    readEquations();
    boolean more = true;
    while (more && !known.containsAll(block.inputs())) {
      more = false;
      for (Sum sum : sums) {
        more |= solve(sum);
      }
      for (Evaluate evaluation : evaluations) {
        if (known.contains(evaluation.at()) && known.add(evaluation.target())) {
          solved.add(evaluation);
          more = true;
        }
      }
    }
    if (!known.containsAll(block.inputs())) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockProgram(
            block.outputs(), withReleases(needed()), block.coefficients(), block.inputs()));
  }

  private void readEquations() {
    Map<Value, List<Term>> terms = new LinkedHashMap<>();
    for (Instruction instruction : block.instructions()) {
      if (instruction instanceof Evaluate evaluation) {
        evaluations.add(evaluation);
      } else if (instruction instanceof Combine combine) {
        terms.put(combine.target(), new ArrayList<>(combine.terms()));
      } else if (instruction instanceof Accumulate accumulate) {
        terms.get(accumulate.target()).addAll(accumulate.terms());
      }
    }
    terms.forEach((target, sum) -> sums.add(new Sum(target, sum)));
    // p1 = p0 + 1/2 k1 + 1/2 k2 is p1 = stage + 1/2 k2, where stage = p0 + 1/2 k1.
    for (Sum sum : List.copyOf(sums)) {
      for (Map.Entry<Value, List<Term>> part : terms.entrySet()) {
        if (sum.terms.size() > part.getValue().size() && sum.terms.containsAll(part.getValue())) {
          List<Term> shorter = new ArrayList<>(List.of(Term.of(part.getKey().name())));
          sum.terms.stream().filter(term -> !part.getValue().contains(term)).forEach(shorter::add);
          sums.add(new Sum(sum.target, shorter));
        }
      }
    }
  }

  /** Computes the one value of the sum that is not known, if there is only one. */
  private boolean solve(Sum sum) {
    List<Term> unknown = sum.terms.stream().filter(term -> !known.contains(term.value())).toList();
    if (unknown.isEmpty() && known.add(sum.target)) {
      solved.add(new Combine(sum.target, sum.terms));
      return true;
    }
    if (unknown.size() != 1 || !known.contains(sum.target)) {
      return false;
    }
    Term wanted = unknown.get(0);
    List<Term> rest = new ArrayList<>(sum.terms);
    rest.remove(wanted);
    if (wanted.factor() instanceof Factor.Unit) {
      solveForUnit(sum.target, wanted.value(), rest);
    } else if (wanted.factor() instanceof Factor.Frozen frozen && frozen.value() != 0) {
      solveFor(sum.target, wanted.value(), frozen, rest);
    } else {
      // A trained factor may become 0.
      return false;
    }
    return known.add(wanted.value());
  }

  private void solveForUnit(Value target, Value wanted, List<Term> rest) {
    List<Term> difference = new ArrayList<>(List.of(Term.of(target.name())));
    if (rest.stream().anyMatch(term -> negated(term).isEmpty())) {
      Value others = new Value(wanted.name() + "/others");
      solved.add(new Combine(others, rest));
      difference.add(Term.of("-1", -1, others.name()));
    } else {
      rest.forEach(term -> difference.add(negated(term).orElseThrow()));
    }
    solved.add(new Combine(wanted, difference));
  }

  /** (target - rest) / factor. */
  private void solveFor(Value target, Value wanted, Factor.Frozen factor, List<Term> rest) {
    String exact = inverted(factor.exact());
    double number = 1 / factor.value();
    List<Term> quotient = new ArrayList<>();
    quotient.add(term(exact, number, target));
    if (!rest.isEmpty()) {
      Value others = new Value(wanted.name() + "/others");
      solved.add(new Combine(others, rest));
      quotient.add(term(negated(exact), -number, others));
    }
    solved.add(new Combine(wanted, quotient));
  }

  private static Term term(String exact, double number, Value value) {
    return number == 1 ? Term.of(value.name()) : Term.of(exact, number, value.name());
  }

  /** Empty for factors that are no numbers. */
  private static Optional<Term> negated(Term term) {
    if (term.isUnit()) {
      return Optional.of(Term.of("-1", -1, term.value().name()));
    }
    return term.factor() instanceof Factor.Frozen frozen
        ? Optional.of(term(negated(frozen.exact()), -frozen.value(), term.value()))
        : Optional.empty();
  }

  private static String negated(String exact) {
    if (exact.contains(" ")) {
      return "-(" + exact + ")";
    }
    return exact.startsWith("-") ? exact.substring(1) : "-" + exact;
  }

  private static String inverted(String exact) {
    if (!exact.matches("-?\\d+(/\\d+)?")) {
      return "1/(" + exact + ")";
    }
    String sign = exact.startsWith("-") ? "-" : "";
    String[] parts = exact.substring(sign.length()).split("/", -1);
    String numerator = parts.length == 1 ? "1" : parts[1];
    return sign + (parts[0].equals("1") ? numerator : numerator + "/" + parts[0]);
  }

  /** What the state before the block is computed from. */
  private List<Instruction> needed() {
    Set<Value> wanted = new HashSet<>(block.inputs());
    List<Instruction> needed = new ArrayList<>();
    for (int i = solved.size() - 1; i >= 0; i--) {
      if (wanted.contains(target(solved.get(i)))) {
        wanted.addAll(solved.get(i).operands());
        needed.add(0, solved.get(i));
      }
    }
    return needed;
  }

  private List<Instruction> withReleases(List<Instruction> instructions) {
    Set<Value> kept = new HashSet<>();
    Stream.of(block.outputs(), block.inputs()).forEach((Collection<Value> all) -> kept.addAll(all));
    List<Instruction> lines = new ArrayList<>();
    for (int i = instructions.size() - 1; i >= 0; i--) {
      for (Value value : instructions.get(i).operands()) {
        if (kept.add(value)) {
          lines.add(0, new Instruction.Release(value));
        }
      }
      lines.add(0, instructions.get(i));
    }
    return lines;
  }

  private static Value target(Instruction instruction) {
    return instruction instanceof Evaluate evaluation
        ? evaluation.target()
        : ((Combine) instruction).target();
  }
}
