package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips in the text of a tableau are told what to do. */
class TableauSlipsTest {

  private static final String HEUN = "0 |\n1 | 1\n--+---\n1/2 * | 1 1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1 | 1 ! 1 | l ! Did you mean 1?",
        "1 | 1 ! 1 | I ! Did you mean 1?",
        "0 | ! O | ! Did you mean 0?",
        "0 | ! o | ! Did you mean 0?",
        "1 | 1 ! 1 | h ! A tableau is written without h.",
        "| 1 1 ! | h 1 ! A tableau is written without h.",
        "1/2 * ! sqrt2 * ! sqrt is followed by its radicand in brackets",
        "1/2 * ! h/2 * ! A tableau is written without h.",
        "1 | 1 ! 1 | a21 ! declare it in parameters, as in a21 in [0, 1], start 1/2.",
        "1 | 1 ! c2 | 1 ! S: 'c2' does not belong in a number",
        "1 | 1 ! 1 | \\u200b1 ! It is invisible: delete it.",
        "1 | 1 ! 1 | 1\u20441 ! Did you mean /?",
        "1 | 1 ! 1 | *2 ! an entry is one number without spaces",
        "1 | 1 ! 1 | //2 ! an entry is one number without spaces",
        "| 1 1 ! | 1 1 1 ! weights: 3, stages: 2. Each stage has a weight; leave out what is too"
            + " much, or write the row of the stage that is missing.",
        "| 1 1 ! | 1 ! weights: 1, stages: 2. Each stage has a weight; write the zeros.",
      })
  void advice(String right, String wrong, String advice) {
    assertTrue(HEUN.contains(right), right);
    List<Finding> findings =
        TableauParser.parse("S", 2, HEUN.replace(right, wrong.replace("\\u200b", "\u200b")))
            .findings();
    assertEquals(1, findings.size(), findings.toString());
    assertTrue(findings.get(0).text().contains(advice), findings.get(0).text());
  }

  /** Of print and of other keyboards; PDFs have the second one for what TeX calls mid. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a6", "\u2223", "\uff5c", "\u2502"})
  void bars(String bar) {
    assertEquals(
        TableauParser.parse("S", 2, HEUN).value().orElseThrow().a(),
        TableauParser.parse("S", 2, HEUN.replace("|", bar).replace("+", bar))
            .value()
            .orElseThrow()
            .a());
  }
}
