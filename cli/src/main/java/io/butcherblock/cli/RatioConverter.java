package io.butcherblock.cli;

import io.butcherblock.data.Ratio;
import io.butcherblock.error.ButcherblockException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A scale such as 2 or 1/3. */
final class RatioConverter implements ITypeConverter<Ratio> {

  @Override
  public Ratio convert(String value) {
    try {
      return Ratio.parse(value);
    } catch (ButcherblockException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
