package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs block programs on linear forms: place 0 of a value is its coefficient of y0, place i that of
 * the i-th evaluation, which is a unit vector.
 */
final class LinearForms {

  private final int length;
  private final List<double[]> arguments = new ArrayList<>();
  private List<double[]> state;

  /**
   * Starts with the state y0.
   *
   * @param evaluations of all programs that are to be run
   */
  LinearForms(int evaluations) {
    length = evaluations + 1;
    state = List.of(unit(0));
  }

  private double[] unit(int place) {
    double[] unit = new double[length];
    unit[place] = 1;
    return unit;
  }

  /** Runs a program from the state that there is to the next one. */
  void run(BlockProgram program, ToDoubleFunction<Factor> values) {
    if (program.inputs().size() != state.size()) {
      throw new IllegalArgumentException(
          "A program of %d inputs cannot take a state of %d values."
              .formatted(program.inputs().size(), state.size()));
    }
    Map<Value, double[]> forms = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      forms.put(program.inputs().get(i), state.get(i));
    }
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        arguments.add(forms.get(evaluate.at()));
        forms.put(evaluate.target(), unit(arguments.size()));
      } else if (instruction instanceof Combine combine) {
        forms.put(combine.target(), sum(combine.terms(), forms, values));
      } else if (instruction instanceof Accumulate accumulate) {
        double[] added = sum(accumulate.terms(), forms, values);
        add(added, 1, forms.get(accumulate.target()));
        forms.put(accumulate.target(), added);
      }
    }
    state = program.outputs().stream().map(forms::get).toList();
  }

  private double[] sum(
      List<Term> terms, Map<Value, double[]> forms, ToDoubleFunction<Factor> values) {
    double[] sum = new double[length];
    for (Term term : terms) {
      add(sum, values.applyAsDouble(term.factor()), forms.get(term.value()));
    }
    return sum;
  }

  private static void add(double[] sum, double factor, double[] form) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * form[i];
    }
  }

  /** Where the vector field was evaluated, in the order of the evaluations. */
  List<double[]> arguments() {
    return arguments;
  }

  /** The first value of the state. */
  double[] result() {
    return state.get(0);
  }
}
