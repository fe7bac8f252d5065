package io.butcherblock.cli;

import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;

/** A side of a tile, or {@code auto}. */
final class TileConverter implements ITypeConverter<OptionalInt> {

  @Override
  public OptionalInt convert(String value) {
    return value.equalsIgnoreCase("auto")
        ? OptionalInt.empty()
        : OptionalInt.of(new PositiveInteger().convert(value));
  }
}
