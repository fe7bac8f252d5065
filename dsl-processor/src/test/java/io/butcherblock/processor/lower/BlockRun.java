package io.butcherblock.processor.lower;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs a frozen block with numbers of double precision in place of feature maps. */
final class BlockRun {

  private final LoweredProgram block;
  private final UnaryOperator<double[]> vectorField;
  private final double h;
  private final Map<String, double[]> values = new HashMap<>();

  private BlockRun(LoweredProgram block, UnaryOperator<double[]> vectorField, double h) {
    this.block = block;
    this.vectorField = vectorField;
    this.h = h;
  }

  /** A chain of blocks. */
  static double[] chain(
      LoweredProgram block, UnaryOperator<double[]> vectorField, double h, int blocks, double[] y) {
    double[] state = y;
    for (int i = 0; i < blocks; i++) {
      state = new BlockRun(block, vectorField, h).of(state);
    }
    return state;
  }

  private double[] of(double[] input) {
    values.put("y0", input);
    for (Instruction instruction : block.program().instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        double[] k = vectorField.apply(values.get(evaluate.at().name())).clone();
        for (int i = 0; i < k.length; i++) {
          k[i] *= h;
        }
        values.put(evaluate.target().name(), k);
      } else if (instruction instanceof Combine combine) {
        values.put(combine.target().name(), plus(new double[input.length], combine.terms()));
      } else if (instruction instanceof Accumulate accumulate) {
        String target = accumulate.target().name();
        values.put(target, plus(values.get(target), accumulate.terms()));
      }
    }
    return values.get(block.program().output().name());
  }

  private double[] plus(double[] start, List<Term> terms) {
    double[] sum = start.clone();
    for (Term term : terms) {
      double factor =
          term.factor() instanceof Factor.Frozen frozen ? block.number(frozen).doubleValue() : 1;
      double[] value = values.get(term.value().name());
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * value[i];
      }
    }
    return sum;
  }
}
