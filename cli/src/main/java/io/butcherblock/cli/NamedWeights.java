package io.butcherblock.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code NAME=FILE}, or {@code NAME:SCALE=FILE} where the file does not say its scale.
 *
 * @param network a network's name
 * @param scale the scale, if it is given
 */
record NamedWeights(String network, OptionalInt scale, Path file) {

  private static final Pattern FORM = Pattern.compile("([^=:]+)(?::x?([234]))?=(.+)");

  /** Reads one. */
  static final class Converter implements ITypeConverter<NamedWeights> {
    @Override
    public NamedWeights convert(String value) {
      Matcher form = FORM.matcher(value);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + value + "' is not NETWORK=FILE or NETWORK:SCALE=FILE");
      }
      String scale = form.group(2);
      return new NamedWeights(
          form.group(1),
          scale == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(scale)),
          Path.of(form.group(3)));
    }
  }
}
