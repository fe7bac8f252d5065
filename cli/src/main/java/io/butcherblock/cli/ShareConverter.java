package io.butcherblock.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number from 0 to below 1, such as a decay of Adam. */
final class ShareConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number < 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new TypeConversionException("'" + value + "' is not a number from 0 to below 1");
  }
}
