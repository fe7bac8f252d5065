package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The numbers that the factors of a block program stand for. */
final class FactorValues {

  private FactorValues() {}

  /**
   * With trained coefficients.
   *
   * @param trained by the names of the program's coefficients
   */
  static ToDoubleFunction<Factor> of(Map<String, Double> trained) {
    return factor -> of(factor, trained);
  }

  /** With the coefficients as they are declared. */
  static ToDoubleFunction<Factor> declared(BlockProgram program) {
    return of(
        program.coefficients().stream()
            .collect(Collectors.toMap(Coefficient::name, Coefficient::value)));
  }

  private static double of(Factor factor, Map<String, Double> trained) {
    if (factor instanceof Factor.Frozen frozen) {
      return frozen.value();
    }
    if (factor instanceof Factor.Trained named) {
      return trained.get(named.coefficient());
    }
    if (factor instanceof Factor.Derived derived) {
      return derived.formula().value(trained::get);
    }
    if (factor instanceof Factor.Unit) {
      return 1;
    }
    throw new IllegalArgumentException("The value of " + factor + " is not known.");
  }
}
