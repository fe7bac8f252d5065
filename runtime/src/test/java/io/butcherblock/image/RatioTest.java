package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

  @Test
  void wholeNumbersAndFractionsAreRead() {
    assertEquals(new Ratio(2, 1), Ratio.parse("2"));
    assertEquals(new Ratio(1, 3), Ratio.parse(" 1 / 3 "));
    assertEquals("1/3", Ratio.parse("1/3").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1/0",
        "-2",
        "0.0",
        "1.",
        ".5",
        "0.0001",
        "1000.5",
        "2.5/2",
        "1e3",
        "x",
        "",
        "99999999999"
      })
  void othersAreRefused(String text) {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> Ratio.parse(text));
    assertTrue(error.getMessage().contains("\"" + text + "\""));
  }

  @Test
  void decimalsAreExactFractions() {
    assertEquals(new Ratio(5, 2), Ratio.parse("2.5"));
    assertEquals(new Ratio(1, 2), Ratio.parse("0.5"));
    assertEquals(new Ratio(2, 1), Ratio.parse(" 2.000 "));
    assertEquals(new Ratio(999_999, 1000), Ratio.parse("999.999"));
  }

  @Test
  void sizesAreRoundedUp() {
    assertEquals(4, new Ratio(1, 3).of(10));
    assertEquals(3, new Ratio(1, 3).of(9));
  }
}
