package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However long a text is, it is compiled or refused in seconds, with few and short messages. */
class BoundsTest {

  private static final double SECONDS = 10;

  private static final String SILENT = "@SuppressWarnings(\"butcherblock:StartingOrder\")\n";

  private record Result(Compilation compilation, double seconds) {

    String messages() {
      return compilation.diagnostics().stream()
          .map(d -> d.getMessage(Locale.ROOT))
          .collect(Collectors.joining("\n"));
    }
  }

  private static String tableau(String value) {
    return annotated("@ButcherTableau(order = 1, value = " + literal(value) + ")");
  }

  private static String recurrence(String value, String steps) {
    return annotated(
        "@LinearMultistep(order = 1, value = " + literal(value) + ", steps = " + steps + ")");
  }

  private static String annotated(String annotation) {
    return "import io.butcherblock.dsl.*;\n" + annotation + "\npublic interface Long {}\n";
  }

  private static String literal(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }

  /** Of the thread that compiles alone, so that a busy machine does not make it longer. */
  private static Result process(String source) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Compilation compilation =
        CompilerTesting.process(JavaFileObjects.forSourceString("Long", source));
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Result(compilation, (end - begin) / 1e9);
  }

  private static void assertRefused(String source, String expected) {
    Result result = process(source);
    assertEquals(Compilation.Status.FAILURE, result.compilation().status());
    assertTrue(result.messages().contains(expected), result::messages);
    assertTrue(result.messages().length() < 50_000, "" + result.messages().length());
    assertFalse(result.messages().contains("[Internal]"), result::messages);
    assertTrue(result.seconds() < SECONDS, result.seconds() + " s");
  }

  /** A pattern of three repetitions goes back cubically. */
  @ParameterizedTest
  @CsvSource({"-, x", "=, y", "\u2500, 1", "+, -1"})
  void aLineThatIsAlmostARule(String dash, String end) {
    assertRefused(tableau("0 |\n" + dash.repeat(20_000) + end + "\n| 1"), "[Shape] Long");
  }

  @Test
  void manyLines() {
    assertRefused(
        tableau("0 |\n".repeat(250_000) + "--\n| 1"),
        "[Size] Long: this text has 1000006 characters, but a string in a Java class has room for"
            + " 65535 bytes only.");
    assertRefused(
        tableau("0 |\n".repeat(16_000) + "--\n| 1"),
        "[Size] Long has 16000 stages, but at most 256 are supported.");
  }

  @ParameterizedTest
  @CsvSource({
    "-",
    "+",
    "(",
    "1",
    "x",
    "[",
    "' h f[n]'",
    "' + h f[n]'",
    "' y'",
    "*",
    "' ('",
    "sqrt("
  })
  void oneThingAgainAndAgain(String thing) {
    for (int size : new int[] {60_000, 1_000_000}) {
      String text = thing.repeat(size / thing.length());
      assertRefused(recurrence("y[n+1] = " + text, "3"), "] Long");
      assertRefused(tableau("0 |\n--\n|" + text), "] Long");
    }
  }

  @Test
  void manyMistakesAreCounted() {
    assertRefused(
        recurrence("y[n+1] = " + "-".repeat(60_000), "3"),
        "[Shape] Long: more than 50 places of this text are wrong; the others are not shown.");
  }

  @Test
  void largeRadicands() {
    assertRefused(tableau("0 |\n--\n|" + " sqrt(99999999999973)".repeat(1000)), "weights: 1000");
  }

  /** What is generated has the text, the error constant and rho as string constants. */
  @Test
  void longTextsAreCompiled() {
    Random random = new Random(1);
    StringBuilder recurrence = new StringBuilder("y[n+1] = y[n] + h f[n]");
    for (int j = 1; j < 98; j += 2) {
      String fraction = "1/" + new BigInteger(990, random).setBit(0);
      recurrence.append(" + ").append(fraction).append(" h f[n-").append(j).append(']');
      recurrence.append(" - ").append(fraction).append(" h f[n-").append(j + 1).append(']');
    }
    for (String source :
        List.of(
            tableau("0 |\n" + "--\n|" + "\\t".repeat(60_000) + " 1"),
            recurrence(recurrence.toString(), "3, start = Start.ZERO_HISTORY"))) {
      Compilation compilation =
          CompilerTesting.compile(
              JavaFileObjects.forSourceString("Long", source.replace("@Lin", SILENT + "@Lin")));
      assertEquals(
          Compilation.Status.SUCCESS, compilation.status(), compilation.diagnostics()::toString);
    }
  }

  /** Of order 1, with numbers of 60 digits: the resultant of rho takes minutes. */
  @Test
  void aFamilyOfLongNumbers() {
    Random random = new Random(3);
    BigInteger denominator = BigInteger.TEN.pow(60);
    BigInteger ofY = denominator;
    BigInteger ofF = denominator;
    StringBuilder terms = new StringBuilder();
    for (int j = 1; j < 12; j++) {
      BigInteger a = new BigInteger(180, random);
      BigInteger b = new BigInteger(195, random);
      ofY = ofY.subtract(a);
      ofF = ofF.add(a.multiply(BigInteger.valueOf(j))).subtract(b);
      String parameter = j == 1 ? " + t/1000" : "";
      terms.append(" + (%s/%s%s) y[n-%s]".formatted(a, denominator, parameter, j));
      terms.append(" + %s/%s h f[n-%s]".formatted(b, denominator, j));
    }
    String recurrence =
        "y[n+1] = (%1$s/%3$s - t/1000) y[n] + (%2$s/%3$s + t/1000) h f[n]%4$s"
            .formatted(ofY, ofF, denominator, terms);
    assertRefused(
        recurrence(recurrence, "20, parameters = \"t in [0, 1], start 1/2\""),
        "[NotZeroStable] Long: zero-stability cannot be decided for every value: it would take too"
            + " long.");
  }

  /** Each step is a few statements: a chain of all of them is too deep for javac. */
  @ParameterizedTest
  @CsvSource({
    "y[n+1] = y[n-1] + 2 h f[n],                              999",
    "y[n+1] = y[n] + h f[n],                                 1000",
    "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/4 h f[n] - 1/4 h f[n-1], 499"
  })
  void longBlocksAreCompiled(String recurrence, String steps) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Compilation compilation =
        CompilerTesting.compile(
            JavaFileObjects.forSourceString(
                "Long",
                recurrence(recurrence, steps)
                    .replace("order = 1", order(recurrence))
                    .replace("@Lin", "@SuppressWarnings(\"butcherblock:StartingOrder\")\n@Lin")));
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
    assertEquals(
        Compilation.Status.SUCCESS, compilation.status(), compilation.diagnostics()::toString);
    assertTrue(seconds < 2 * SECONDS, seconds + " s");
  }

  private static String order(String recurrence) {
    return recurrence.contains("2 h f[n]") || recurrence.contains("7/4")
        ? "order = 2"
        : "order = 1";
  }
}
