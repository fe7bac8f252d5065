package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Stability;
import java.util.List;

/**
 * A verified scheme made into programs.
 *
 * @param name the simple name of the declaring type
 * @param family {@code Runge-Kutta} or {@code linear multistep}
 * @param order the proved order
 * @param stages the stages of a tableau, or the back values of a recurrence
 * @param condition what the order asks for besides a shared vector field and frozen coefficients,
 *     as the end of a sentence; empty for a one-step scheme
 * @param block what one block does, for its documentation: {@code One step}
 * @param trainable the program with trained coefficients
 * @param frozen the program with the scheme's own numbers
 * @param proof what has been proved, a line each
 */
public record LoweredScheme(
    String name,
    String family,
    int order,
    int stages,
    String condition,
    String block,
    LoweredProgram trainable,
    LoweredProgram frozen,
    Stability stability,
    List<String> proof) {

  public LoweredScheme {
    proof = List.copyOf(proof);
  }
}
