package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import io.butcherblock.program.FreeParameter;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Term;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A free parameter of a family of schemes, from which coefficients are computed.
 *
 * @param start its value before training
 * @param numbers of the blocks that have it, from 1, first to last
 * @param blocks its values after training in these blocks
 */
public record ParameterValues(
    FreeParameter parameter, double start, List<Integer> numbers, List<Double> blocks) {

  public ParameterValues {
    numbers = List.copyOf(numbers);
    blocks = List.copyOf(blocks);
  }

  /** The free parameters of a network; none where coefficients are trained by themselves. */
  static List<ParameterValues> of(TrainedCoefficients trained) {
    Map<FreeParameter, Double> starts = new LinkedHashMap<>();
    Map<FreeParameter, List<Integer>> numbers = new LinkedHashMap<>();
    Map<FreeParameter, List<Double>> values = new LinkedHashMap<>();
    List<BlockProgram> programs = trained.spec().programs();
    for (int i = 0; i < programs.size(); i++) {
      Map<String, FreeParameter> free = free(programs.get(i));
      for (Coefficient coefficient : programs.get(i).coefficients()) {
        FreeParameter parameter = free.get(coefficient.name());
        if (parameter != null) {
          double logit = trained.blocks().get(i).get(coefficient.name());
          starts.putIfAbsent(parameter, parameter.value(coefficient.value()));
          numbers.computeIfAbsent(parameter, p -> new ArrayList<>()).add(i + 1);
          values.computeIfAbsent(parameter, p -> new ArrayList<>()).add(parameter.value(logit));
        }
      }
    }
    return values.keySet().stream()
        .map(
            parameter ->
                new ParameterValues(
                    parameter,
                    starts.get(parameter),
                    numbers.get(parameter),
                    values.get(parameter)))
        .toList();
  }

  private static Map<String, FreeParameter> free(BlockProgram program) {
    Map<String, FreeParameter> free = new LinkedHashMap<>();
    for (Instruction instruction : program.instructions()) {
      for (Term term : instruction.terms()) {
        if (term.factor() instanceof Factor.Derived derived) {
          derived
              .formula()
              .parameters()
              .forEach(parameter -> free.put(parameter.name(), parameter));
        }
      }
    }
    return free;
  }
}
