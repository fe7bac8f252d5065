package io.butcherblock.processor.lower;

import io.butcherblock.processor.lower.Instruction.Combine;
import io.butcherblock.processor.lower.Instruction.Evaluate;
import io.butcherblock.processor.lower.Instruction.Release;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When values of a block program live, and how its evaluations depend on each other. */
public final class Liveness {

  private Liveness() {}

  /** The instructions with each value but input and output released right after its last use. */
  static List<Instruction> withReleases(List<Instruction> instructions, Value output) {
    Set<Value> seen = new LinkedHashSet<>(List.of(Value.INPUT, output));
    List<Instruction> reversed = new ArrayList<>();
    for (int i = instructions.size() - 1; i >= 0; i--) {
      Set<Value> ending = new LinkedHashSet<>(instructions.get(i).operands());
      ending.removeAll(seen);
      seen.addAll(ending);
      List<Value> order = new ArrayList<>(ending);
      for (int v = order.size() - 1; v >= 0; v--) {
        reversed.add(new Release(order.get(v)));
      }
      reversed.add(instructions.get(i));
    }
    Collections.reverse(reversed);
    return reversed;
  }

  /**
   * The most tensors of feature maps that live at once while the block runs without recording
   * gradients, its input among them, what the derivative needs inside left out.
   */
  public static int peak(BlockProgram program) {
    int live = 1;
    int peak = 1;
    for (Instruction instruction : program.instructions()) {
      live += instruction instanceof Release ? -1 : 1;
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
      }
    }
    return depths.getOrDefault(program.output(), 0);
  }
}
