package io.butcherblock.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  /** An environment as {@code NAME=value;NAME=value}; {@code -}: not a terminal. */
  @ParameterizedTest
  @CsvSource({
    "'', -, 0, false, true",
    "'', 132, 132, true, true",
    "COLUMNS=100, 132, 100, true, true",
    "COLUMNS=100, -, 100, false, true",
    "COLUMNS=wide, -, 0, false, true",
    "COLUMNS=3, -, 40, false, true",
    "NO_COLOR=1, 80, 80, false, true",
    "NO_COLOR=, 80, 80, true, true",
    "TERM=dumb, 80, 80, false, false",
    "TERM=xterm, 80, 80, true, true"
  })
  void whatTheEnvironmentSays(
      String environment, String output, int columns, boolean isColored, boolean inPlace) {
    Map<String, String> variables = new HashMap<>();
    for (String each : environment.split(";", -1)) {
      int at = each.indexOf('=');
      if (at > 0) {
        variables.put(each.substring(0, at), each.substring(at + 1));
      }
    }
    assertEquals(
        new Terminal(columns, isColored, inPlace),
        Terminal.of(
            variables,
            name -> name.equals("butcherblock.columns.out") ? output.replace("-", "0") : null));
  }
}
