package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "two", "", "99999999999", "99999999999999999999"})
  void whatIsNoPositiveWholeNumberIsRefused(String value) {
    assertThrows(
        TypeConversionException.class, () -> new Converters.PositiveInteger().convert(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "1e999", "x"})
  void whatIsNoPositiveNumberIsRefused(String value) {
    assertThrows(
        TypeConversionException.class, () -> new Converters.PositiveNumber().convert(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-0.1", "NaN", "x"})
  void whatIsNotBelowOneIsRefused(String value) {
    assertThrows(
        TypeConversionException.class, () -> new Converters.NumberBelowOne().convert(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"640", "0x360", "640x", "100000x1"})
  void whatIsNoSizeIsRefused(String value) {
    assertThrows(
        TypeConversionException.class, () -> new Converters.WidthAndHeight().convert(value));
  }

  @Test
  void filesAreReadByTheirForm() {
    assertEquals(
        new Converters.NamedWeights("oisr-lf", OptionalInt.of(3), Path.of("w.pt")),
        new Converters.NamedWeights.Converter().convert("oisr-lf:x3=w.pt"));
    assertEquals(Path.of("a.PNG"), new Converters.PictureFile().convert("a.PNG"));
    assertThrows(
        TypeConversionException.class, () -> new Converters.DiagramFile().convert("a.png"));
    assertThrows(TypeConversionException.class, () -> new Converters.InputPath().convert("--x"));
  }

  @Test
  void numbersWithinBoundsAreRead() {
    assertEquals(1, new Converters.PositiveInteger().convert("1"));
    assertEquals(0, new Converters.NonNegativeInteger().convert("0"));
    assertEquals(OptionalInt.empty(), new Converters.TileSide().convert("Auto"));
    assertEquals(OptionalInt.of(64), new Converters.TileSide().convert("64"));
    assertEquals(1e-4, new Converters.PositiveNumber().convert("1e-4"));
  }
}
