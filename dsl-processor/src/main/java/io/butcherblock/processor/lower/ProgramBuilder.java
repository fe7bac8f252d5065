package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the statements of a block. The same vector field at the same value is evaluated once.
 */
final class ProgramBuilder {

  private final boolean trainable;
  private final int stepPower;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Coefficient> coefficients = new ArrayList<>();
  private final Map<Argument, Value> evaluated = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private final Optional<FamilyTerms> family;

  ProgramBuilder(boolean trainable) {
    this(trainable, /* stepPower= */ 1);
  }

  /** A program whose evaluations give h^stepPower f. */
  ProgramBuilder(boolean trainable, int stepPower) {
    this.trainable = trainable;
    this.stepPower = stepPower;
    this.family = Optional.empty();
  }

  /** The program of the member that stands for a family. */
  ProgramBuilder(FamilyTerms family) {
    this.trainable = false;
    this.stepPower = 1;
    this.family = Optional.of(family);
  }

  boolean trainable() {
    return trainable;
  }

  /** The number that the next evaluation will have. */
  int nextEvaluation() {
    return evaluated.size() + 1;
  }

  private record Argument(Value at, Summand summand) {}

  /** h f at a value, or h^2 f. */
  Value evaluate(Value at) {
    return evaluate(at, Summand.ALL);
  }

  /** h f or h g at a value. */
  Value evaluate(Value at, Summand summand) {
    return evaluated.computeIfAbsent(
        new Argument(at, summand),
        argument -> {
          int number = evaluated.size() + 1;
          Value k = new Value("k" + number);
          statements.add(new Statement.Evaluation(k, number, at, stepPower, summand));
          return k;
        });
  }

  /**
   * A coefficient other than 0 times a value.
   *
   * @param meaning what the coefficient is in the scheme
   */
  WeightedValue term(Exact coefficient, String meaning, Value value) {
    if (family.isPresent()) {
      return new WeightedValue(coefficient, family.orElseThrow().factor(coefficient), value);
    }
    if (!trainable || coefficient.isOne()) {
      return WeightedValue.frozen(coefficient, value);
    }
    String name = "scale" + (coefficients.size() + 1);
    coefficients.add(
        new Coefficient(name, meaning, ShortText.exact(coefficient), coefficient.doubleValue()));
    return new WeightedValue(coefficient, Optional.of(new Factor.Trained(name)), value);
  }

  /** The sum of some terms: a new value, or the one value that it is. */
  Value combine(String name, List<WeightedValue> terms) {
    if (terms.size() == 1 && terms.get(0).isUnit()) {
      return terms.get(0).value();
    }
    Value target = new Value(unused(name));
    statements.add(new Statement.Sum(target, terms));
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

  /** The program from the one input to {@code output}. */
  LoweredProgram finish(Value output) {
    return finish(List.of(Value.INPUT), List.of(output));
  }

  /** The program from one state to another. */
  LoweredProgram finish(List<Value> inputs, List<Value> outputs) {
    Map<String, Exact> numbers = new HashMap<>();
    List<Statement> factored = CommonSubexpressions.factored(statements, outputs);
    for (Statement statement : factored) {
      if (statement instanceof Statement.Sum sum) {
        sum.terms().forEach(term -> numbers.put(ShortText.exact(term.weight()), term.weight()));
      }
    }
    List<Instruction> instructions = new Schedule(factored, inputs, outputs).instructions();
    family.ifPresent(terms -> coefficients.addAll(terms.trainedIn(instructions)));
    return new LoweredProgram(
        new BlockProgram(inputs, instructions, coefficients, outputs), numbers);
  }
}
