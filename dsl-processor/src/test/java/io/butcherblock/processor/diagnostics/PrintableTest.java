package io.butcherblock.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A message shows what stands in a declaration, and a terminal obeys none of it. */
class PrintableTest {

  private static final Location VALUE = new Location.Member("value");

  @Test
  void aMessageHasNoControlCharacters() {
    String text =
        Message.BAD_TOLERANCE.at(VALUE, "Scheme", "1e-\u001b[2J\u0005", "no number").text();
    assertTrue(text.contains("\"1e-\ufffd[2J\ufffd\""), text);
  }

  @Test
  void caretsStayBelowWhatTheyMark() {
    Excerpt excerpt = new Excerpt("value", "\t\u001b\u202e\u20671/x", 4, 3);
    assertEquals("    \t\ufffd\ufffd\ufffd1/x\n    \t   ^^^", excerpt.text());
  }

  @Test
  void linesOfATableauStayLines() {
    String text = Message.BAD_TOLERANCE.at(VALUE, "Scheme", "a\n\tb", "no number").text();
    assertTrue(text.contains("\"a\n\tb\""), text);
  }
}
