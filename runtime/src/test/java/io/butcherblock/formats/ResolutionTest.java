package io.butcherblock.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

  /** JPEG has 16 bits for it, and 0 is none. */
  @ParameterizedTest
  @CsvSource({"0, false", "0.9, false", "1, true", "65534, true", "65535, false", "1e300, false"})
  void onlyWhatEveryFormatHoldsIsKept(double perInch, boolean kept) {
    assertEquals(kept, Resolution.of(perInch, 300, 1).isPresent());
    assertEquals(kept, Resolution.of(300, perInch, 1).isPresent());
  }
}
