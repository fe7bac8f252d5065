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
