package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "two", "", "99999999999", "99999999999999999999"})
  void whatIsNoPositiveWholeNumberIsRefused(String value) {
    assertThrows(TypeConversionException.class, () -> new PositiveInteger().convert(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "1e999", "x"})
  void whatIsNoPositiveNumberIsRefused(String value) {
    assertThrows(TypeConversionException.class, () -> new PositiveNumber().convert(value));
  }

  @Test
  void numbersWithinBoundsAreRead() {
    assertEquals(1, new PositiveInteger().convert("1"));
    assertEquals(0, new NonNegativeInteger().convert("0"));
    assertEquals(1e-4, new PositiveNumber().convert("1e-4"));
  }
}
