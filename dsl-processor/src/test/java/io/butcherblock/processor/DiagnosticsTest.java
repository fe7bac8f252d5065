package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message has a source file {@code Erroneous....java} that provokes it, and a text file with
 * the exact diagnostics. A constant without one fails.
 */
class DiagnosticsTest {

  /**
   * Those with a source file. A failure of the compiler itself has none that provokes it (see
   * ProcessorTest), and the sources of others would be too long (see BoundsTest, LongSchemesTest
   * and RulesTest).
   */
  static Set<Message> messages() {
    return EnumSet.complementOf(
        EnumSet.of(
            Message.INTERNAL,
            Message.TEXT_TOO_LONG,
            Message.TOO_MANY_STAGES,
            Message.TOO_MANY_FINDINGS,
            Message.ORDER_BEYOND_WORK,
            Message.INTERVALS_BEYOND_WORK,
            Message.STABILITY_BEYOND_PROOF));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message(Message message) throws IOException {
    String name = "erroneous/Erroneous" + camelCase(message);
    JavaFileObject source = CompilerTesting.source(name + ".java");
    String actual =
        CompilerTesting.diagnostics(
            message == Message.MISSING_RUNTIME
                ? CompilerTesting.processWithoutRuntime(source)
                : CompilerTesting.process(source));

    assertEquals(CompilerTesting.golden(name + ".txt", actual), actual);
    String kind = message.severity().toString() + " line [1-9]\\d*\n";
    Pattern text =
        Pattern.compile(kind + Pattern.quote("[" + message.tag() + "] ") + regex(message));
    assertTrue(text.matcher(actual).find(), actual + "\ndoes not match\n" + text);
  }

  /** The file that provokes a message. */
  static Path source(Message message) {
    return Path.of("src/test/resources/erroneous/Erroneous" + camelCase(message) + ".java");
  }

  private static String camelCase(Message message) {
    return Arrays.stream(message.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static String regex(Message message) {
    return Arrays.stream(message.format().split("%(\\d\\$)?[sd]", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[^\n]*"));
  }
}
