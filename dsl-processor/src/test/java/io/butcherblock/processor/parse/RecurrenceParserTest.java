package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceParserTest {

  private static final List<Term> ADAMS_BASHFORTH_2 =
      List.of(
          new Term(Kind.VALUE, 0, Exact.ONE),
          new Term(Kind.VECTOR_FIELD, 0, Exact.of(3, 2)),
          new Term(Kind.VECTOR_FIELD, 1, Exact.of(-1, 2)));

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
}
