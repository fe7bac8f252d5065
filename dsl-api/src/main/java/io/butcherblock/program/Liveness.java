package io.butcherblock.program;

import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Analyses of a block program: how many values are alive at the same time, and how its evaluations
 * depend on each other.
 */
public final class Liveness {

  private Liveness() {}

  /**
   * The largest number of tensors of feature maps that are alive at the same time when the
   * instructions run without recording gradients, the block's inputs included; what the vector
   * field needs inside is not counted.
   *
   * @param inputs the number of inputs of the block
   */
  public static int peak(List<Instruction> instructions, int inputs) {
    int live = inputs;
    int peak = inputs;
    for (Instruction instruction : instructions) {
      if (instruction instanceof Release) {
        live--;
      } else if (!(instruction instanceof Accumulate)) {
        live++;
      }
      peak = Math.max(peak, live);
    }
    return peak;
  }

  /** The length of the longest chain of evaluations in which each depends on the one before. */
  public static int depth(BlockProgram program) {
    Map<Value, Integer> depths = new HashMap<>();
    for (Instruction instruction : program.instructions()) {
      int operands =
          instruction.operands().stream()
              .mapToInt(value -> depths.getOrDefault(value, 0))
              .max()
              .orElse(0);
      if (instruction instanceof Evaluate evaluate) {
        depths.put(evaluate.target(), operands + 1);
      } else if (instruction instanceof Combine combine) {
        depths.put(combine.target(), operands);
      } else if (instruction instanceof Accumulate accumulate) {
        depths.put(accumulate.target(), operands);
      }
    }
    return program.outputs().stream()
        .mapToInt(value -> depths.getOrDefault(value, 0))
        .max()
        .orElse(0);
  }
}
