package io.butcherblock.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are wider than the terminal. */
class FittedTableTest {

  @Test
  void textGoesOnInTheNextLine() {
    TextTable table = new TextTable("name", "n", "where from").row("a", "12", "one two three four");
    assertEquals(
        """
        name   n  where from
        --------------------
        a     12  one two
                  three four
        """,
        table.toText(20));
  }

  @Test
  void columnsOfNumbersForWhichThereIsNoPlaceStandBelow() {
    TextTable table = new TextTable("name", "first", "second").row("a", "1.00000", "2.00000");
    assertEquals(
        """
        name    first
        -------------
        a     1.00000

        name   second
        -------------
        a     2.00000
        """,
        table.toText(15));
  }

  @Test
  void wordsStayWholeThoughAColumnThenStandsBelow() {
    TextTable table = new TextTable("scheme", "family", "order", "intervals");
    table.row("adams-bashforth-moulton2", "multistep", "2", "1.000");
    assertEquals(
        """
        scheme      family     order
        ----------------------------
        adams-      multistep      2
        bashforth-
        moulton2

        scheme      intervals
        ---------------------
        adams-          1.000
        bashforth-
        moulton2
        """,
        table.toText(36));
  }

  /** Else a single name of a file would take the place of all figures. */
  @Test
  void wordsLongerThanAThirdOfTheTableAreDivided() {
    TextTable table = new TextTable("image", "PSNR").row("a_very_long_name.png", "31.25");
    assertEquals(
        """
        image          PSNR
        -------------------
        a_very_long_  31.25
        name.png
        """,
        table.toText(19));
  }

  /** Nothing is lost, whatever the width. */
  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void noLineIsWiderAndNoLetterLost(int columns) {
    String name = "a-scheme-whose-name-goes-on-and-on-and-on-without-a-blank";
    TextTable table = new TextTable("name", "family", "x", "y");
    table.row(name, "partitioned Runge-Kutta of many stages", "1.234", "5.678");
    String text = table.toText(columns);
    text.lines().forEach(line -> assertTrue(line.length() <= columns, line));
    for (String part : new String[] {"1.234", "5.678", "many", "stages", "blank"}) {
      assertTrue(text.contains(part), text);
    }
  }
}
