package io.butcherblock.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder in a list of several, where a mistyped option would else be taken for one. */
final class InputPath implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    if (value.startsWith("--")) {
      throw new TypeConversionException(
          "'" + value + "' is no option of this command; a file of that name is ./" + value);
    }
    return Path.of(value);
  }
}
