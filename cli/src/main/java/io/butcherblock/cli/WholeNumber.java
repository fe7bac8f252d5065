package io.butcherblock.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers within bounds. */
final class WholeNumber {

  private WholeNumber() {}

  static long parse(String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new TypeConversionException(
        "'" + value + "' is not a whole number from " + least + " to " + most);
  }
}
