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
import java.util.stream.IntStream;

/**
 * Runs block programs on linear forms: the first places of a value are its coefficients of the
 * inputs, the others those of the evaluations, which are unit vectors as the inputs are.
 */
final class LinearForms {

  private final int inputs;
  private final int length;
  private final List<double[]> arguments = new ArrayList<>();
  private List<double[]> state;

  /**
   * Starts with a state.
   *
   * @param inputs its values
   * @param evaluations of all programs that are to be run
   */
  LinearForms(int inputs, int evaluations) {
    this.inputs = inputs;
    length = inputs + evaluations;
    state = IntStream.range(0, inputs).mapToObj(this::unit).toList();
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
          "A program of %s inputs cannot take a state of %s values."
              .formatted(program.inputs().size(), state.size()));
    }
    Map<Value, double[]> forms = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      forms.put(program.inputs().get(i), state.get(i));
    }
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        arguments.add(forms.get(evaluate.at()));
        forms.put(evaluate.target(), unit(inputs + arguments.size() - 1));
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

  /** The values of the state that there is now. */
  List<double[]> state() {
    return state;
  }
}
