package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other forms are converted to the tableaus that the literature prints beside them. */
class FormsTest {

  private static String tableau(RungeKutta scheme) {
    return scheme.a() + " " + IntStream.range(0, scheme.stages()).mapToObj(scheme::b).toList();
  }

  private static Parsed<RungeKutta> shuOsher(String... rows) {
    return ShuOsherParser.parse("Form", 3, String.join("\n", rows));
  }

  /** Williamson (1980), case 7: the tableau has the rows 1/3 and -3/16, 15/16. */
  @Test
  void lowStorage() {
    Parsed<RungeKutta> parsed =
        LowStorageParser.parse(
            "Form", 3, "0 | 0 1/3\n 1/3 | -5/9 15/16\n ---\n 3/4 | -153/128 8/15\n");
    assertEquals(List.of(), parsed.findings());
    assertEquals(
        "[[0, 0, 0], [1/3, 0, 0], [-3/16, 15/16, 0]] [1/6, 3/10, 8/15]",
        tableau(parsed.value().orElseThrow()));
    assertEquals("[0, 1/3, 3/4]", parsed.value().orElseThrow().c().toString());
    Excerpt third = parsed.positions().find(new Location.StageRow(2)).orElseThrow();
    assertEquals(" 3/4 | -153/128 8/15", third.line());
    assertEquals(third, parsed.positions().find(new Location.WeightsRow()).orElseThrow());
  }

  /** Shu and Osher (1988): SSP(3,3), whose SSP coefficient is 1. */
  @Test
  void shuOsher() {
    RungeKutta scheme =
        shuOsher("1 | 1", "3/4 1/4 | 0 1/4", "1/3 0 2/3 | 0 0 2/3").value().orElseThrow();
    assertEquals("[[0, 0, 0], [1, 0, 0], [1/4, 1/4, 0]] [1/6, 1/6, 2/3]", tableau(scheme));
    assertEquals("[0, 1, 1/2]", scheme.c().toString());
    assertEquals(Exact.ONE, scheme.notation().sspRatio());
  }

  @Test
  void rowsAreAskedForInTheFormThatTheyHave() {
    assertEquals(
        "[Shape] Form: this row has no bar '|'. A row of the low-storage form reads c | A B.",
        LowStorageParser.parse("Form", 3, "0 | 0 1/3\n1/3 -5/9 15/16").findings().get(0).text());
    assertEquals(
        "[Shape] Form: this row has no bar '|'. Row i of the Shu-Osher form reads alpha_i0 ..."
            + " alpha_i(i-1) | beta_i0 ... beta_i(i-1).",
        shuOsher("1 | 1", "3/4 1/4 0 1/4").findings().get(0).text());
    String missing = shuOsher("1 | 1", "1/3 0 2/3 | 0 0 2/3").findings().get(0).text();
    assertTrue(
        missing.endsWith("Write the row that is missing before it, or leave out what is too much."),
        missing);
    String zeros = shuOsher("1 | 1", "3/4 1/4 | 1/4").findings().get(0).text();
    assertTrue(zeros.endsWith("Write every zero."), zeros);
  }

  /** The first row is that of stage 2: stage 1 is at y. */
  @Test
  void aStageOfTheShuOsherFormIsFoundInItsRow() {
    Parsed<RungeKutta> parsed = shuOsher("1 | 1", "3/4 1/4 | 0 1/4", "1/3 0 2/3 | 0 0 2/3");
    List<Location.Part> parts =
        List.of(new Location.StageRow(1), new Location.StageEntry(2, 0), new Location.WeightsRow());
    assertEquals(
        List.of("1 | 1", "3/4 1/4 | 0 1/4", "1/3 0 2/3 | 0 0 2/3"),
        parts.stream().map(part -> parsed.positions().find(part).orElseThrow().line()).toList());
  }

  /** A tableau that is computed is shown as far as it can be read. */
  @Test
  void longTableausAreCut() {
    RungeKutta scheme =
        LowStorageParser.parse("Form", 1, "0 | 0 0.1234567890123456789\n0 | 1 0.000123456789")
            .value()
            .orElseThrow();
    String text = TableauText.shortened(scheme);
    assertTrue(text.contains(" 0.123456789012345678..."), text);
    assertTrue(text.endsWith(" 0.000123456789\n"), text);
    assertTrue(TableauText.of(ofStages(32)).contains("--+--"));
    assertEquals("  (33 stages)\n", TableauText.of(ofStages(33)));
  }

  /** How many numbers a row has is not known where one of them is torn. */
  @Test
  void aTornNumberIsToldAlone() {
    assertEquals(
        List.of("SPACED"),
        shuOsher("1 | 1/ 2").findings().stream().map(each -> each.message().name()).toList());
  }

  private static RungeKutta ofStages(int number) {
    String rows =
        IntStream.range(0, number)
            .mapToObj(i -> "0 |" + " 0".repeat(i) + "\n")
            .collect(Collectors.joining());
    return TableauParser.parse("S", 1, rows + "---\n|" + " 1".repeat(number)).value().orElseThrow();
  }

  /** Ketcheson (2008), of 10 stages: ten rows of sixths; the form shows the coefficient 6. */
  @Test
  void tenStages() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      String zeros = "0 ".repeat(i - 1);
      String alpha =
          i == 5 ? "3/5 0 0 0 2/5" : i == 10 ? "1/25 0 0 0 9/25 0 0 0 0 3/5" : zeros + "1";
      String beta = i == 5 ? zeros + "1/15" : i == 10 ? "0 0 0 0 3/50 0 0 0 0 1/10" : zeros + "1/6";
      rows.add(alpha + " | " + beta);
    }
    RungeKutta scheme = shuOsher(rows.toArray(String[]::new)).value().orElseThrow();
    IntStream.range(0, 10).forEach(j -> assertEquals(Exact.of(1, 10), scheme.b(j)));
    assertEquals(Exact.of(1, 15), scheme.a(5, 0));
    assertEquals(Exact.of(1, 6), scheme.a(9, 8));
    assertEquals(Exact.of(6), scheme.notation().sspRatio());
  }

  @Test
  void aNegativeEntryShowsNoSspCoefficient() {
    RungeKutta scheme = shuOsher("1 | 1", "5/4 -1/4 | 0 1/4").value().orElseThrow();
    assertEquals(Exact.ZERO, scheme.notation().sspRatio());
  }

  @Test
  void everyWrongRowIsTold() {
    List<Message> messages =
        shuOsher("1 1 | 1", "1/2 1/3 | 0 x", "1/2 1/3 | 0 1/2").findings().stream()
            .map(Finding::message)
            .toList();
    assertEquals(
        List.of(Message.SHU_OSHER_ROW, Message.UNKNOWN_CHARACTER, Message.SHU_OSHER_ROW), messages);
    assertTrue(LowStorageParser.parse("Form", 1, " \n--\n").value().isEmpty());
    assertEquals(
        List.of(Message.TOO_MANY_STAGES),
        LowStorageParser.parse("Form", 1, "0 | 0 1\n".repeat(257)).findings().stream()
            .map(Finding::message)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1e-14, 1/100000000000000",
    "0.0005, 1/2000",
    "2.5E-6, 1/400000",
    "1e-3, TOLERANCE_TOO_LARGE",
    "1, TOLERANCE_TOO_LARGE",
    "0, BAD_TOLERANCE",
    "0e5, BAD_TOLERANCE",
    "-1e-9, BAD_TOLERANCE",
    "1/1000, BAD_TOLERANCE",
    "1e-9999, BAD_TOLERANCE",
    "'1e-14 ', 1/100000000000000",
    "'', 0"
  })
  void tolerances(String text, String expected) {
    List<Finding> findings = new ArrayList<>();
    Tolerance tolerance = ToleranceReader.read("Scheme", text, findings);
    assertEquals(
        expected,
        findings.isEmpty() ? tolerance.bound().toString() : findings.get(0).message().name());
  }
}
