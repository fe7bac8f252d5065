package io.butcherblock.examples;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The blocks of a network one behind the other, in double precision, without the rest of the
 * network. Blocks of the same program are one block.
 */
final class BlockChain {

  private final List<BlockProgram> programs;
  private final List<OdeBlock> blocks = new ArrayList<>();

  BlockChain(
      OdeScheme scheme,
      Parameters parameters,
      VectorFieldFactory vectorField,
      Coefficients coefficients,
      double stepSize) {
    programs = scheme.programs(coefficients);
    for (int i = 0; i < programs.size(); i++) {
      String scope = programs.size() == 1 ? "" : "body." + i;
      blocks.add(
          Float64.block(scheme, i, parameters.scope(scope), vectorField, coefficients, stepSize));
    }
  }

  /** The number of blocks whose programs differ. */
  int size() {
    return programs.size();
  }

  /** The values of a state of one number each behind some blocks. */
  double[] halves(double[] begin, int count) {
    List<Tensor> state =
        Arrays.stream(begin).mapToObj(x -> Tensor.create(new double[] {x}, 1, 1, 1, 1)).toList();
    List<Tensor> made = new ArrayList<>(state);
    double[] end =
        forward(state, count, made).stream().mapToDouble(x -> Float64.read(x)[0]).toArray();
    made.forEach(Tensor::close);
    return end;
  }

  /** The value y behind some blocks, for the caller to close. */
  Tensor forward(Tensor y0, int count) {
    List<Tensor> made = new ArrayList<>();
    Tensor last = forward(List.of(y0), count, made).get(0).clone();
    made.forEach(Tensor::close);
    return last;
  }

  /** The state behind some blocks; what they make is collected. */
  private List<Tensor> forward(List<Tensor> begin, int count, List<Tensor> made) {
    List<Tensor> state = begin;
    for (int i = 0; i < count; i++) {
      int number = Math.min(i, programs.size() - 1);
      BlockProgram program = programs.get(number);
      List<Tensor> results = blocks.get(number).forward(state);
      made.addAll(results);
      state = next(program, state, results);
    }
    return state;
  }

  private static List<Tensor> next(BlockProgram program, List<Tensor> state, List<Tensor> results) {
    Map<Value, Tensor> values = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      values.put(program.inputs().get(i), state.get(i));
    }
    for (int i = 0; i < results.size(); i++) {
      values.put(program.made().get(i), results.get(i));
    }
    return program.outputs().stream().map(values::get).toList();
  }
}
