package io.butcherblock.processor.lower;

import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Release;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends the life of each value where it is used for the last time.
 *
 * <p>{@code plan.ValueLiveness} of the runtime is the same backward walk, over the operations of a
 * whole network, where it also decides what is overwritten. The two have no class in common: the
 * compiler is on the processor path and the runtime on the class path, and what they share, {@code
 * dsl-api}, is kept to what both must agree on.
 */
final class Releases {

  private Releases() {}

  /**
   * The instructions with each value released right after its last use.
   *
   * @param kept inputs and outputs, which are not released
   */
  static List<Instruction> insert(List<Instruction> instructions, Set<Value> kept) {
    Set<Value> seen = new LinkedHashSet<>(kept);
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
}
