package io.butcherblock.processor.lower;

import io.butcherblock.processor.lower.Instruction.Combine;
import io.butcherblock.processor.lower.Instruction.Evaluate;
import io.butcherblock.processor.model.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the instructions of a block. The same derivative at the same value is evaluated once.
 */
final class ProgramBuilder {

  private final boolean trainable;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Coefficient> coefficients = new ArrayList<>();
  private final Map<Value, Value> evaluated = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  ProgramBuilder(boolean trainable) {
    this.trainable = trainable;
  }

  boolean trainable() {
    return trainable;
  }

  /** The number that the next evaluation will have. */
  int nextEvaluation() {
    return evaluated.size() + 1;
  }

  /** h f at a value. */
  Value evaluate(Value at) {
    return evaluated.computeIfAbsent(
        at,
        y -> {
          int number = evaluated.size() + 1;
          Value k = new Value("k" + number);
          instructions.add(new Evaluate(k, number, y));
          return k;
        });
  }

  /**
   * A coefficient other than 0 as a factor.
   *
   * @param meaning what the coefficient is in the scheme
   */
  Factor factor(Exact coefficient, String meaning) {
    if (coefficient.isOne()) {
      return new Factor.Unit();
    }
    if (!trainable) {
      return new Factor.Frozen(coefficient);
    }
    String name = "scale" + (coefficients.size() + 1);
    coefficients.add(new Coefficient(name, meaning, coefficient));
    return new Factor.Trained(name);
  }

  /** The sum of some terms: a new value, or the one value that it is. */
  Value combine(String name, List<Term> terms) {
    if (terms.size() == 1 && terms.get(0).isUnit()) {
      return terms.get(0).value();
    }
    Value target = new Value(unused(name));
    instructions.add(new Combine(target, terms));
    return target;
  }

  /** The name, numbered where an earlier step has one like it. */
  private String unused(String name) {
    String candidate = name;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = name + i;
    }
    return candidate;
  }

  BlockProgram finish(Value output) {
    return new BlockProgram(Liveness.withReleases(instructions, output), coefficients, output);
  }
}
