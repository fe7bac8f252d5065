package io.butcherblock.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourcesTest {

  /** Of lines that begin with tabs and with blanks javac warns. */
  @Test
  void textBlocksHaveNoTabsAndNoBlanksAtEnds() {
    assertEquals(
        "\"\"\"\n    0    |\n  1 | 1\n\"\"\"", Sources.textBlock("\t0\t| \n  1 | 1\n").toString());
  }

  /** A constant of a class file has 65,535 bytes. */
  @Test
  void ofLongTextBlanksAreLeftOut() {
    assertEquals(
        "\"\"\"\n 0 | 1\n\"\"\"",
        Sources.textBlock(" ".repeat(30_000) + "0" + " ".repeat(9) + "| 1").toString());
    assertEquals("\"\"\"\n 0   | 1\n\"\"\"", Sources.textBlock(" 0   | 1").toString());
  }
}
