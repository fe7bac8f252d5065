package io.butcherblock.cli;

import io.butcherblock.throughput.Variant;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A way to run a network in Python, written with dashes. */
final class VariantConverter implements ITypeConverter<Variant> {

  @Override
  public Variant convert(String value) {
    return Arrays.stream(Variant.values())
        .filter(variant -> variant.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is none of " + Arrays.toString(Variant.values())));
  }
}
