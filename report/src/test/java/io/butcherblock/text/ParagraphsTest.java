package io.butcherblock.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

  private static final String LEGEND =
      """

      order: of a chain; 0: not
      consistent.
      evals: evaluations of G.
      """;

  @Test
  void aTextThatFitsIsAsItIs() {
    assertEquals(LEGEND, Paragraphs.of(LEGEND, 25));
    assertEquals(LEGEND, Paragraphs.of(LEGEND));
  }

  @Test
  void elseLinesEndAtBlanksAndSentencesStandAlone() {
    assertEquals(
        """

        order: of a chain;
        0: not consistent.
        evals: evaluations
        of G.
        """,
        Paragraphs.of(LEGEND, 18));
  }

  @Test
  void aCommandStaysInALineThatCanBeCopied() {
    String text =
        "Next: %s; %s\n"
            .formatted(
                Paragraphs.unbroken("inspect NETWORK"), Paragraphs.unbroken("train --out RUN"));
    assertEquals("Next: inspect NETWORK; train --out RUN\n", Paragraphs.of(text, 80));
    assertEquals("Next: inspect NETWORK;\ntrain --out RUN\n", Paragraphs.of(text, 24));
    assertEquals("Next:\ninspect NETWORK;\ntrain --out RUN\n", Paragraphs.of(text, 10));
  }
}
