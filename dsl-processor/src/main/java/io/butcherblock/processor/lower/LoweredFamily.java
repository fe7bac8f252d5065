package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.FreeParameter;
import java.util.List;

/**
 * A family of schemes made into a program.
 *
 * @param parameters the free parameters
 * @param program the program whose coefficients are functions of them
 */
public record LoweredFamily(List<FreeParameter> parameters, LoweredProgram program) {

  public LoweredFamily {
    parameters = List.copyOf(parameters);
  }
}
