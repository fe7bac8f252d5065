package io.butcherblock.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CommonMark 2.4: a backslash before an ASCII punctuation character takes it as it is. */
class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "Set5 Set5",
        "_a_*b|c \\_a\\_\\*b\\|c",
        "[x](y) \\[x\\](y)",
        "<b>&lt; \\<b\\>\\&lt;",
        "a\\|b a\\\\\\|b",
        "~~$x$`y` \\~\\~\\$x\\$\\`y\\`",
        "-4.5 -4.5"
      })
  void whatWouldBeMarkupIsText(String text, String expected) {
    assertEquals(expected, MarkdownText.of(text));
  }

  @Test
  void aParagraphStaysOne() {
    assertEquals("a\\\\n\\\\n# b", MarkdownText.of("a\n\n# b"));
  }
}
