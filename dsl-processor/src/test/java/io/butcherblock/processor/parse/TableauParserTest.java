package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Spelling;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableauParserTest {

  private static final String HEUN =
      """
        0   |
        1   | 1
      ------+-----
      1/2 * | 1 1
      """;

  /** The scheme, whichever way its numbers are written. */
  private static RungeKutta parse(String text) {
    Parsed<RungeKutta> parsed = TableauParser.parse("Heun", 2, text);
    assertEquals(List.of(), parsed.findings());
    return parsed.value().orElseThrow().withSpelling(Spelling.NONE);
  }

  @Test
  void zerosOfTheFullSquareMayBeWritten() {
    String full = "0 | 0 0\n1 | 1 0\n--+--\n1/2 * | 1 1\n";
    assertEquals(parse(HEUN), parse(full));
  }

  @Test
  void typesetMinusTabsDecimalsAndExpressions() {
    String odd = "0\t|\n2-1\t|\t\u2212(1/2-1.5)\n--\n.5\t*\t|\t1\t(sqrt(9)-1)/2\n";
    assertEquals(parse(HEUN), parse(odd));
  }

  @Test
  void factorMayTouchItsStar() {
    assertEquals(parse(HEUN), parse(HEUN.replace("1/2 *", "1/2*")));
  }

  @Test
  void everyBadEntryIsReported() {
    Parsed<RungeKutta> parsed = TableauParser.parse("Heun", 2, "0 |\nx | 1/0\n--\n | 1/2 one\n");
    assertEquals(3, parsed.findings().size());
    assertTrue(parsed.value().isEmpty());
    assertTrue(parsed.findings().stream().allMatch(Finding::isError));
  }

  /** Fifty brackets may be in one another; one behind the other, any number. */
  @Test
  void bracketsOneBehindTheOther() {
    String sum = "(0)+".repeat(60) + "(1)";
    assertEquals(
        Exact.ONE,
        TableauParser.parse("S", 1, "0 |\n--\n| " + sum).value().orElseThrow().weights().get(0));
  }

  @Test
  void numbersHaveAtMost300Digits() {
    assertEquals(List.of(), messages("0 |\n--\n| " + "9".repeat(300)));
    assertEquals(List.of(), messages("0 |\n--\n| 1*" + "9".repeat(300)));
    assertEquals(List.of("NUMBER_TOO_LONG"), messages("0 |\n--\n| " + "9".repeat(301)));
    assertEquals(List.of("NUMBER_TOO_LONG"), messages("0 |\n--\n| 10*1" + "0".repeat(299) + "*10"));
  }

  /** Without the blanks around it. */
  @Test
  void aRowWithoutABarIsShown() {
    Finding finding = TableauParser.parse("S", 1, "0 |\n  1 2  \n--\n| 1").findings().get(0);
    assertEquals(new Excerpt("value", "  1 2  ", 2, 3), finding.location());
  }

  /** In a family a letter before a star may be meant as a parameter. */
  @Test
  void aFactorOfAFamilyIsNoNameOfARow() {
    List<FreeParameter> parameters =
        ParameterParser.parse("S", "a in [1/2, 1], start 2/3").value().orElseThrow();
    assertEquals(
        List.of("UNKNOWN_CHARACTER", "ROW_NAME"),
        Stream.of("b *", "b")
            .map(left -> "0 |\na | a\n--\n" + left + " | 1 1")
            .map(text -> TableauParser.parseFamily("S", 1, text, parameters))
            .map(parsed -> parsed.findings().get(0).message().name())
            .toList());
  }

  @Test
  void atMost256Stages() {
    String stages =
        IntStream.range(0, 256)
            .mapToObj(i -> "0 |" + " 0".repeat(i) + "\n")
            .collect(Collectors.joining());
    String zeros = " 0".repeat(255);
    assertEquals(List.of(), messages(stages + "--\n| 1" + zeros));
    assertEquals(
        List.of("TOO_MANY_STAGES"), messages("0 |" + zeros + "\n" + stages + "--\n| 1 0" + zeros));
  }

  /** One row has the numbers of any form, and more rules than one do not make a tableau of rows. */
  @Test
  void rowsOfAnotherFormAreRecognizedFromTwoOn() {
    assertEquals(List.of("MISSING_RULE"), messages("1 | 1"));
    assertEquals(List.of("MISSING_FORM"), messages("1 | 1\n1/2 1/2 | 0 1/2"));
    assertEquals(List.of("MISSING_FORM"), messages("1 | 1\n--\n1/2 1/2 | 0 1/2\n--"));
    assertEquals(List.of("MISSING_FORM"), messages("0 | 0 1/3\n1/3 | -5/9 15/16"));
    assertEquals(List.of("WEIGHT_COUNT"), messages("0 |\n--\n1 * | 1 2"));
    assertEquals(List.of("FACTOR_WITHOUT_STAR"), messages("0 | 0 0\n1 | 1 0\n--\n1/2 | 1 1"));
  }

  private static List<String> messages(String text) {
    return TableauParser.parse("S", 1, text).findings().stream()
        .map(finding -> finding.message().name())
        .toList();
  }

  /** The seventh independent root is one too many, and nothing else is for it: sqrt(6) depends. */
  @Test
  void aRootTooManyIsToldOnce() {
    String roots = "sqrt(2) sqrt(3) sqrt(5) sqrt(7) sqrt(11) sqrt(13) ";
    String stages =
        IntStream.range(0, 8)
            .mapToObj(i -> "0 |" + " 0".repeat(i) + "\n")
            .collect(Collectors.joining());
    assertEquals(
        List.of("TOO_MANY_ROOTS"), messages(stages + "--\n| " + roots + "sqrt(17) sqrt(6)"));
  }

  @Test
  void numbersAreNamedWithTheMinusOfTheKeyboard() {
    RungeKutta scheme = TableauParser.parse("S", 1, "0 |\n--\n| \u22122/4").value().orElseThrow();
    assertEquals("-2/4", scheme.notation().spelling().of(Exact.of(-1, 2)));
  }
}
