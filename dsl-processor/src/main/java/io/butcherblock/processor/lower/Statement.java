package io.butcherblock.processor.lower;

import io.butcherblock.program.Instruction;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Value;
import java.util.List;

/** One value of a block as the scheme defines it, before its sums are arranged. */
sealed interface Statement {

  Value target();

  /** {@code target = h^stepPower f(at)}: evaluation number {@code number} of the block, from 1. */
  record Evaluation(Value target, int number, Value at, int stepPower, Summand summand)
      implements Statement {

    Evaluation at(Value other) {
      return new Evaluation(target, number, other, stepPower, summand);
    }
  }

  /** {@code target} = the sum of the terms, each of another value. */
  record Sum(Value target, List<WeightedValue> terms) implements Statement {

    public Sum {
      terms = List.copyOf(terms);
    }

    /** How often computing the sum goes over feature maps. */
    int passes() {
      return Instruction.passesOfSum(terms.size(), terms.stream().anyMatch(WeightedValue::isUnit));
    }
  }
}
