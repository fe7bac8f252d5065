package io.butcherblock.text;

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
        scheme              family     order
        ------------------------------------
        adams-bashforth-    multistep      2
        moulton2

        scheme                    intervals
        -----------------------------------
        adams-bashforth-moulton2      1.000
        """,
        table.toText(36));
  }

  @Test
  void everyPartHasTheKeys() {
    TextTable table = new TextTable("network", "scheme", "size", "scale", "parameters", "radius");
    table.keys("network", "scale");
    table.row("edsr", "euler", "2 x 4", "x2", "1,371,939", "38");
    table.row("edsr", "euler", "2 x 4", "x3", "1,556,619", "38");
    assertEquals(
        """
        network  scale  scheme  size
        -----------------------------
        edsr     x2     euler   2 x 4
        edsr     x3     euler   2 x 4

        network  scale  parameters
        --------------------------
        edsr     x2      1,371,939
        edsr     x3      1,556,619

        network  scale  radius
        ----------------------
        edsr     x2         38
        edsr     x3         38
        """,
        table.toText(30));
    String wide = table.toText(80);
    assertTrue(wide.startsWith("network  scheme  size   scale  parameters  radius\n"), wide);
  }

  @Test
  void keysThatLeaveNoPlaceForOthersAreNotRepeated() {
    TextTable table = new TextTable("a", "b", "c", "d").keys("a", "b");
    table.row("1.000000", "2.000000", "3.000000", "4.000000");
    table.toText(20).lines().forEach(line -> assertTrue(line.length() <= 20, line));
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
