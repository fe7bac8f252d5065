package io.butcherblock.cli;

import picocli.CommandLine.ITypeConverter;

/** A whole number from 1. */
final class PositiveInteger implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    return Math.toIntExact(WholeNumber.parse(value, 1, Integer.MAX_VALUE));
  }
}
