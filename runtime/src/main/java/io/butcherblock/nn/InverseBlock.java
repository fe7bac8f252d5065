package io.butcherblock.nn;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.graph.Node;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import io.butcherblock.program.InverseProgram;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Computes the state before a block from the state behind it, with the block's own weights. */
final class InverseBlock {

  private interface Line {

    void run(Map<Value, Tensor> values);
  }

  private final NetworkTopology.Block place;
  private final BlockProgram inverse;
  private final List<Line> lines = new ArrayList<>();

  private InverseBlock(
      NetworkTopology.Block place,
      BlockProgram inverse,
      OdeBlock block,
      ParameterScope parameters) {
    this.place = place;
    this.inverse = inverse;
    for (Instruction instruction : inverse.instructions()) {
      lines.add(line(instruction, block, parameters));
    }
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
        .map(inverse -> new InverseBlock(place, inverse, block, parameters));
  }

  private static Line line(Instruction instruction, OdeBlock block, ParameterScope parameters) {
    if (instruction instanceof Evaluate evaluate) {
      return values ->
          values.put(
              evaluate.target(), block.evaluate(evaluate.evaluation(), values.get(evaluate.at())));
    }
    if (instruction instanceof Combine combine) {
      Executable sum =
          new Node.LinearCombination(combine.target(), combine.terms())
              .accept(new ExecutableNodes(parameters.tensors(), Optional.empty()));
      return values -> values.put(combine.target(), sum.run(values));
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
   * Computes the values of {@link #recomputed}.
   *
   * @param stateBehind in the order of the block's outputs; stays the caller's
   * @return new tensors, which the caller closes
   */
  List<Tensor> run(List<Tensor> stateBehind) {
    Map<Value, Tensor> values = new HashMap<>();
    for (int i = 0; i < stateBehind.size(); i++) {
      values.put(inverse.inputs().get(i), stateBehind.get(i));
    }
    lines.forEach(line -> line.run(values));
    return inverse.made().stream().map(values::get).toList();
  }
}
