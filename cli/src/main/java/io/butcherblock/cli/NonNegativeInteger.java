package io.butcherblock.cli;

import picocli.CommandLine.ITypeConverter;

/** A whole number from 0. */
final class NonNegativeInteger implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    return Math.toIntExact(WholeNumber.parse(value, 0, Integer.MAX_VALUE));
  }
}
