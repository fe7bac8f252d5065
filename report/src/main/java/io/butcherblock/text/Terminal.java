package io.butcherblock.text;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is known of where a person reads.
 *
 * @param columns the width of lines on standard output; 0 where it is no terminal, as a file or a
 *     pipe, whose lines have any length
 * @param isColored whether help may be in color
 * @param canDrawInPlace whether a line on standard error can be drawn again over itself
 */
public record Terminal(int columns, boolean isColored, boolean canDrawInPlace) {

  /** Whether standard output is a terminal, and how wide; set by the launcher. */
  private static final String OUTPUT_COLUMNS = "butcherblock.columns.out";

  private static final int LEAST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 1000;

  /** That of this process. */
  public static Terminal ofProcess() {
    return of(System.getenv(), System::getProperty);
  }

  /**
   * That of a process with variables of the environment and system properties. {@code COLUMNS}
   * counts more than the terminal's own width, as POSIX has it; without a terminal there is no
   * color, nor with {@code NO_COLOR} of any text but the empty one, nor on a dumb terminal.
   */
  static Terminal of(Map<String, String> environment, UnaryOperator<String> properties) {
    int output = number(properties.apply(OUTPUT_COLUMNS));
    int wanted = number(environment.get("COLUMNS"));
    int columns = wanted > 0 ? wanted : output;
    boolean isDumb = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
    boolean isRefused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        columns == 0 ? 0 : Math.max(LEAST_COLUMNS, Math.min(columns, MOST_COLUMNS)),
        output > 0 && !isDumb && !isRefused,
        !isDumb);
  }

  private static int number(String text) {
    return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 0;
  }
}
