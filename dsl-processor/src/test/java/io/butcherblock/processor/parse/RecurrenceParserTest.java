package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceParserTest {

  private static final List<Term> ADAMS_BASHFORTH_2 =
      List.of(
          new Term(Kind.VALUE, 0, Exact.ONE),
          new Term(Kind.VECTOR_FIELD, 0, Exact.of(3, 2)),
          new Term(Kind.VECTOR_FIELD, 1, Exact.of(-1, 2)));

  @Test
  void aHundredStepsBack() {
    assertEquals(
        List.of(), RecurrenceParser.parse("S", "y[n+1] = y[n-100] + 101 h f[n]").findings());
  }

  /** Where nothing is right of a missing left side, no term is missed. */
  @ParameterizedTest
  @ValueSource(strings = {"", "y[n] + h f[n]", "y[n+1] y[n]"})
  void aMissingLeftSideIsToldAlone(String text) {
    assertEquals(
        List.of(Message.LEFT_SIDE),
        RecurrenceParser.parse("S", text).findings().stream().map(Finding::message).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
        "y[n+1]=y[n]+3/2*h*f[n]-1/2*h*f[n-1]",
        "y[n+1] = y[n] + h 3/2 f[n] - h/2 f[n-1]",
        "y[n+1] = y[n] + f[n] h 1.5 \u2212 f[n-1]*h/2",
        " y[n + 1] =\n  1 y[n]\n  + (2-1/2) h f[n]\n  - (1/2) h f[n - 1] ",
        "y[n+1] = + 2 y[n]/2 + 3 h f[n+0] / (sqrt(4)) - 1/2h f[n-1]"
      })
  void oneRecurrenceInManySpellings(String text) {
    Parsed<List<Term>> parsed = RecurrenceParser.parse("AB2", text);
    assertEquals(List.of(), parsed.findings());
    assertEquals(ADAMS_BASHFORTH_2, parsed.value().orElseThrow());
  }

  /** 5 is no whole number before 1/2 here. */
  @Test
  void decimalsAndProductsAreNoMixedNumbers() {
    for (String number : List.of("0.5 1/2", "3*5 1/2")) {
      String text = first("y[n+1] = y[n] + " + number + " h f[n]").text();
      assertTrue(text.contains("an operator is missing before '1'"), text);
      assertFalse(text.contains("mixed"), text);
    }
  }

  @Test
  void aLeftSideThatIsSpelledOtherwiseIsMarkedAsAWhole() {
    Excerpt place = (Excerpt) first("y(n+1) = y[n] + h f[n]").location();
    assertEquals("y(n+1) =", place.line().substring(place.column(), place.length()));
    String shift = first("y[n+12] = y[n+11] + h f[n+11]").text();
    assertTrue(shift.contains(" back by 11, "), shift);
    String other = first("Y[N+1] + h f[n]").text();
    assertTrue(other.contains("but this does not"), other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22/12", "22/12 *", ".50", "1.50", "4."})
  void numbersAreNamedAsTheyAreWritten(String number) {
    for (String step : List.of("h", "h^2", "h\u00b2 *")) {
      List<FunctionTerm> terms =
          RecurrenceParser.parseFamily(
                  "S",
                  "y[n+1] = y[n] + " + number + " " + step + " f[n]",
                  /* absorbsStepSize= */ false,
                  /* implicit= */ false,
                  List.of())
              .value()
              .orElseThrow();
      assertEquals(
          number.replace(" *", ""),
          FunctionTerm.spelling(terms).of(terms.get(1).coefficient().constant()));
    }
  }

  private static Finding first(String recurrence) {
    return RecurrenceParser.parse("S", recurrence).findings().get(0);
  }
}
