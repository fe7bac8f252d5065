package io.butcherblock.program;

import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many values of a program live at once, and how its evaluations depend on each other. */
public final class Liveness {

  private Liveness() {}

  /**
   * The most tensors of feature maps that live at once while the instructions run without recording
   * gradients, the input among them, without what the vector field needs inside.
   */
  public static int peak(List<Instruction> instructions) {
    int live = 1;
    int peak = 1;
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

  /** The longest chain of evaluations each of which needs the one before. */
  public static int depth(BlockProgram program) {
    Map<Value, Integer> depths = new HashMap<>(Map.of(Value.INPUT, 0));
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
    return depths.getOrDefault(program.output(), 0);
  }
}
