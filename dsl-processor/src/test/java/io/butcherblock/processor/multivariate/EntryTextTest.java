package io.butcherblock.processor.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.parse.TableauParser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed to be pasted is read as the same function, and printed as it was written. */
class EntryTextTest {

  private static final List<FreeParameter> PARAMETERS =
      List.of(
          new FreeParameter("a", Exact.of(1), Exact.of(3), Exact.of(2)),
          new FreeParameter("b2", Exact.of(4), Exact.of(6), Exact.of(5)));

  private static RationalFunction read(String entry) {
    return TableauParser.parseFamily("T", 1, "0 |\n--\n| " + entry, PARAMETERS)
        .value()
        .orElseThrow()
        .weights()
        .get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "7/3",
        "a",
        "-a",
        "1-a",
        "2/3*a-1/2",
        "a*a*b2-a",
        "(2*a-1)/(2*a)",
        "1/(2*a)",
        "-1/(6*a)",
        "b2/(a*a)",
        "(3*a-2)/(6*b2*(a-b2))",
        "1/2*sqrt(2)*a",
        "(1+sqrt(2))*a+1",
        "-(1+sqrt(2))*a",
        "a/(a+sqrt(2))"
      })
  void theSameIsRead(String entry) {
    String text = EntryText.of(read(entry));
    assertTrue(read(text).isSame(read(entry)), text);
    assertEquals(entry, text);
  }
}
