package io.butcherblock.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A finite number above 0, such as a learning rate. */
final class PositiveNumber implements ITypeConverter<Double> {

  @Override
  public Double convert(String value) {
    try {
      double number = Double.parseDouble(value);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new TypeConversionException("'" + value + "' is not a number above 0");
  }
}
