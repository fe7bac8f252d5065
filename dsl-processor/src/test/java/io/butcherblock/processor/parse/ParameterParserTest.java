package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.model.FreeParameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterParserTest {

  private static String result(String text) {
    Parsed<List<FreeParameter>> parsed = ParameterParser.parse("Scheme", text);
    return parsed.findings().isEmpty()
        ? parsed.value().orElseThrow().stream()
            .map(FreeParameter::name)
            .collect(Collectors.joining(" "))
        : parsed.findings().stream()
            .map(Finding::message)
            .map(Enum::name)
            .collect(Collectors.joining(" "));
  }

  /** Of the language, of generated code and of Java. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "f",
        "h",
        "n",
        "e",
        "sqrt",
        "in",
        "start",
        "k1",
        "y2",
        "sum",
        "sum2",
        "parts",
        "state",
        "scale1",
        "conv1",
        "relu2",
        "stage2",
        "derived1",
        "shared1",
        "predicted1",
        "corrected1",
        "do",
        "int",
        "true",
        "A",
        "a123",
        "\u03b1"
      })
  void namesWithAMeaning(String name) {
    assertEquals("PARAMETER_NAME", result(name + " in [0, 1], start 1/2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "c2", "theta", "theta1", "beta12", "aB"})
  void namesOfBooks(String name) {
    assertEquals(name, result(name + " in [0, 1], start 1/2"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, START_OUTSIDE",
    "1, START_OUTSIDE",
    "2, START_OUTSIDE",
    "1/1000, a",
    "999/1000, a",
  })
  void theStartIsInside(String start, String expected) {
    assertEquals(expected, result("a in [0, 1], start " + start));
  }

  @Test
  void anIntervalHasAnInside() {
    assertEquals("EMPTY_INTERVAL", result("a in [1, 1], start 1"));
    assertEquals("EMPTY_INTERVAL", result("a in [1, 0], start 1/2"));
  }

  @Test
  void atMostSix() {
    List<String> all =
        IntStream.rangeClosed(1, 7).mapToObj(i -> "a" + i + " in [0, 1], start 1/2").toList();
    assertEquals("a1 a2 a3 a4 a5 a6", result(String.join("; ", all.subList(0, 6))));
    assertEquals("TOO_MANY_PARAMETERS", result(String.join("; ", all)));
  }
}
