package io.butcherblock.processor.parse;

import io.butcherblock.processor.model.RungeKutta;
import java.util.Optional;

/**
 * What is written as one tableau.
 *
 * @param method with the first row of weights
 * @param second with the second one; the order that it claims is not its own
 */
public record WrittenTableau(RungeKutta method, Optional<RungeKutta> second) {

  /** A tableau with one row of weights. */
  WrittenTableau(RungeKutta method) {
    this(method, Optional.empty());
  }
}
