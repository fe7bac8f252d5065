package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * A verified scheme made into programs.
 *
 * @param name the simple name of the declaring type
 * @param order the proved order, of a recurrence after accurate starting values
 * @param blockOrder the order of a chain of blocks, each of which starts anew; 0 if they are not
 *     consistent
 * @param size the stages of a Runge-Kutta method, the back values of a multistep method
 * @param condition what the order asks for in addition to a shared vector field and frozen
 *     coefficients, as the end of a sentence; empty for a one-step scheme
 * @param block what one block does, for its documentation: {@code One step}
 * @param trainable the program with trained coefficients
 * @param frozen the program with the scheme's own numbers
 * @param proof what has been proved, a line each
 * @param starts the blocks before the first one of the two programs; empty unless history is
 *     carried from block to block
 * @param measures by which it is chosen
 * @param tolerance to which the order holds
 * @param parametric the program whose coefficients are functions of free parameters; empty of a
 *     scheme without any
 */
public record LoweredScheme(
    String name,
    Family family,
    int order,
    int blockOrder,
    int size,
    String condition,
    String block,
    LoweredProgram trainable,
    LoweredProgram frozen,
    Stability stability,
    List<String> proof,
    List<StartBlock> starts,
    Measures measures,
    Tolerance tolerance,
    Optional<LoweredFamily> parametric) {

  public LoweredScheme {
    proof = List.copyOf(proof);
    starts = List.copyOf(starts);
  }

  /** Whether blocks carry the history of a multistep scheme on. */
  public boolean carriesHistory() {
    return !starts.isEmpty();
  }
}
