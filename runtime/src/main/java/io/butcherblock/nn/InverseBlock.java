package io.butcherblock.nn;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.graph.Node;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import io.butcherblock.program.InverseProgram;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A block and its inverse, with the block's own weights. Sums are taken in double precision, since
 * what a sum rounds away is missing when the state is computed backwards, and grows from block to
 * block; the vector field is evaluated in single precision.
 */
final class InverseBlock {

  private interface Line {

    void run(Map<Value, Tensor> values);
  }

  private final NetworkTopology.Block place;
  private final BlockProgram inverse;
  private final BlockProgram program;
  private final List<Line> forward = new ArrayList<>();
  private final List<Line> backward = new ArrayList<>();

  private InverseBlock(
      NetworkTopology.Block place,
      BlockProgram program,
      BlockProgram inverse,
      OdeBlock block,
      ParameterScope parameters) {
    this.place = place;
    this.program = program;
    this.inverse = inverse;
    program.instructions().forEach(line -> forward.add(line(line, block, parameters)));
    inverse.instructions().forEach(line -> backward.add(line(line, block, parameters)));
  }

  /**
   * The inverse of a block; empty if there is none in closed form.
   *
   * @param program what the block computes
   * @param parameters those of the block
   */
  static Optional<InverseBlock> of(
      NetworkTopology.Block place,
      BlockProgram program,
      OdeBlock block,
      ParameterScope parameters) {
    return InverseProgram.of(program)
        .map(inverse -> new InverseBlock(place, program, inverse, block, parameters));
  }

  private static Line line(Instruction instruction, OdeBlock block, ParameterScope parameters) {
    if (instruction instanceof Evaluate evaluate) {
      return values -> {
        try (Tensor at = values.get(evaluate.at()).to(torch.ScalarType.Float);
            Tensor k = block.evaluate(evaluate.evaluation(), at)) {
          values.put(evaluate.target(), k.to(torch.ScalarType.Double));
        }
      };
    }
    if (instruction instanceof Combine combine) {
      Executable sum =
          new Node.LinearCombination(combine.target(), combine.terms())
              .accept(new ExecutableNodes(parameters.tensors(), Optional.empty()));
      return values -> values.put(combine.target(), sum.run(values));
    }
    if (instruction instanceof Accumulate accumulate) {
      List<Term> terms = new ArrayList<>(List.of(Term.of(accumulate.target().name())));
      terms.addAll(accumulate.terms());
      Executable sum =
          new Node.LinearCombination(accumulate.target(), terms)
              .accept(new ExecutableNodes(parameters.tensors(), Optional.of(accumulate.target())));
      return sum::run;
    }
    Value released = ((Release) instruction).value();
    return values -> values.remove(released).close();
  }

  List<Value> stateBehind() {
    return place.outputs();
  }

  List<Value> recomputed() {
    return place.inputs().stream().filter(value -> !place.outputs().contains(value)).toList();
  }

  /**
   * Computes what the block makes.
   *
   * @param state the state before the block; stays the caller's
   * @return new tensors, float64, which the caller closes
   */
  List<Tensor> forward(List<Tensor> state) {
    return run(program, forward, state);
  }

  /**
   * Computes the values of {@link #recomputed}.
   *
   * @param stateBehind in the order of the block's outputs; stays the caller's
   * @return new tensors, float64, which the caller closes
   */
  List<Tensor> backward(List<Tensor> stateBehind) {
    return run(inverse, backward, stateBehind);
  }

  private static List<Tensor> run(BlockProgram code, List<Line> lines, List<Tensor> state) {
    Map<Value, Tensor> values = new HashMap<>();
    List<Tensor> inputs = state.stream().map(value -> value.to(torch.ScalarType.Double)).toList();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(code.inputs().get(i), inputs.get(i));
    }
    lines.forEach(line -> line.run(values));
    inputs.forEach(Tensor::close);
    return code.made().stream().map(values::get).toList();
  }
}
