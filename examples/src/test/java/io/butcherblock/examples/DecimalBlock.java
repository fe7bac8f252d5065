package io.butcherblock.examples;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A block program run in 50 digits with the exact coefficients, whose errors double precision would
 * hide. The state is one vector.
 */
final class DecimalBlock {

  static final MathContext DIGITS = new MathContext(50);

  private final BlockProgram program;
  private final UnaryOperator<BigDecimal[]> field;
  private final BigDecimal h;
  private final Map<String, String> trained;

  DecimalBlock(BlockProgram program, UnaryOperator<BigDecimal[]> field, BigDecimal h) {
    if (!program.hasOneState()) {
      throw new AssertionError("a state of several values: " + program.inputs());
    }
    this.program = program;
    this.field = field;
    this.h = h;
    this.trained =
        program.coefficients().stream()
            .collect(Collectors.toMap(Coefficient::name, Coefficient::exact));
  }

  BigDecimal[] forward(BigDecimal[] y0) {
    Map<Value, BigDecimal[]> values = new HashMap<>(Map.of(Value.INPUT, y0));
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        BigDecimal[] slope = field.apply(values.get(evaluate.at()));
        values.put(evaluate.target(), add(zero(y0.length), h, slope));
      } else if (instruction instanceof Combine combine) {
        values.put(combine.target(), sum(zero(y0.length), combine.terms(), values));
      } else if (instruction instanceof Accumulate accumulate) {
        BigDecimal[] before = values.get(accumulate.target());
        values.put(accumulate.target(), sum(before, accumulate.terms(), values));
      }
    }
    return values.get(program.output());
  }

  private BigDecimal[] sum(BigDecimal[] begin, List<Term> terms, Map<Value, BigDecimal[]> values) {
    BigDecimal[] sum = begin;
    for (Term term : terms) {
      sum = add(sum, number(term.factor()), values.get(term.value()));
    }
    return sum;
  }

  private static BigDecimal[] zero(int length) {
    BigDecimal[] zero = new BigDecimal[length];
    Arrays.fill(zero, BigDecimal.ZERO);
    return zero;
  }

  private static BigDecimal[] add(BigDecimal[] sum, BigDecimal factor, BigDecimal[] vector) {
    BigDecimal[] result = new BigDecimal[sum.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = sum[i].add(factor.multiply(vector[i]), DIGITS);
    }
    return result;
  }

  private BigDecimal number(Factor factor) {
    if (factor instanceof Factor.Unit) {
      return BigDecimal.ONE;
    }
    if (factor instanceof Factor.Frozen frozen) {
      return fraction(frozen.exact());
    }
    if (factor instanceof Factor.Trained coefficient) {
      return fraction(trained.get(coefficient.coefficient()));
    }
    throw new AssertionError("computed from free parameters: " + factor);
  }

  /** A fraction as a textbook prints it; those with square roots would need more. */
  private static BigDecimal fraction(String exact) {
    String[] parts = exact.split("/", -1);
    BigDecimal denominator = new BigDecimal(parts.length == 1 ? "1" : parts[1]);
    return new BigDecimal(parts[0]).divide(denominator, DIGITS);
  }
}
