package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical text of a scheme, by which weights are compared with it. */
class DefinitionTest {

  private static final String MIDPOINT = "return \"0 | ; 1/2 | 1/2 ; | 0, 1\"";

  /** Rows are divided by {@code /n}; the same numbers give the same text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"0|/n1/2|1/2/n--/n|0 1", "  0   |/n 0.5 | 2/4   0/n-----+-----/n     | 0/7  1.00"})
  void theSameTableauHasTheSameText(String rows) throws IOException {
    String generated = scheme("@ButcherTableau(order = 2, value = \"%s\")", rows);
    assertTrue(generated.contains(MIDPOINT), generated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "0|/n2/3|2/3/n--/n|1/4 3/4# 2# return \"0 | ; 2/3 | 2/3 ; | 1/4, 3/4\"",
        "0|/n1/2|1/2/n1|-1 2/n--/n1/6*|1 4 1# 3# TRAINABLE -> \"0 | ; 1/2 | 1/2 ; 1 | -1, 2 ; | 1/6"
            + " * (1, 4, 1)\"",
        "0|/n1/2|1/2/n1|-1 2/n--/n1/6*|1 4 1# 3# FROZEN, FAMILY -> \"0 | ; 1/2 | 1/2 ; 1 | -1, 2 ;"
            + " | 1/6, 2/3, 1/6\"",
        "0|/nsqrt(2)-1|sqrt(2)-1/n--/n|(1-sqrt(2))/2 (1+sqrt(2))/2# 2# 1/2 - 1/2 sqrt(2), 1/2 + 1/2"
            + " sqrt(2)\""
      })
  void tableausAreWrittenInExactNumbers(String rows, int order, String text) throws IOException {
    String generated = scheme("@ButcherTableau(order = " + order + ", value = \"%s\")", rows);
    assertTrue(generated.contains(text), generated);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "steps = 2# 2 steps ; started by 0 | ; | 1",
        "steps = 3# 3 steps ; started by 0 | ; | 1",
        "steps = 2, start = Start.ZERO_HISTORY# 2 steps ; from a zero history"
      })
  void recurrencesHaveTheirStepsAndTheirStart(String rest, String text) throws IOException {
    String generated =
        scheme(
            "@LinearMultistep(order = 2, value = \"%s\", " + rest + ")",
            "y[n+1] = y[n] + 1.5 h f[n] - 1/2 h f[n-1]");
    assertEquals(
        "y[n+1] = y[n] + 3/2 h f[n] + -1/2 h f[n-1] ; " + text,
        generated.replaceAll("(?s).*return \"(y\\[n\\+1\\][^\"]*)\".*", "$1"));
  }

  /**
   * A block that begins with a step of Euler's method errs by O(h^2), and one that begins with a
   * zero for f[-1] by O(h).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"steps = 2# 2, 1", "steps = 2, start = Start.ZERO_HISTORY# 2, 0"})
  void aChainOfBlocksMayHaveALowerOrder(String rest, String orders) throws IOException {
    String generated =
        scheme(
            "@LinearMultistep(order = 2, value = \"%s\", " + rest + ")",
            "y[n+1] = y[n] + 1.5 h f[n] - 1/2 h f[n-1]");
    assertTrue(generated.contains(".order(" + orders + ")"), generated);
  }

  /** Coefficients of a family are native memory. */
  @Test
  void whatIsComputedFromParametersIsClosed() throws IOException {
    String source =
        """
        @io.butcherblock.dsl.ButcherTableau(order = 2, parameters = "a in [1/2, 1], start 2/3",
            value = "0 |\\na | a\\n--\\n | 1-1/(2*a) 1/(2*a)")
        public interface Own {}
        """;
    String block =
        CompilerTesting.generated(
            CompilerTesting.process(JavaFileObjects.forSourceString("Own", source)),
            "OwnFamilyBlock");
    for (int i = 1; i <= 3; i++) {
      assertTrue(block.contains("Tensor derived" + i + " = derived("), block);
      assertTrue(block.contains("derived" + i + ".close();"), block);
    }
  }

  /** A start in which no parameter of the family occurs trains nothing in its place. */
  @Test
  void aStartWithoutParametersIsFrozenInAFamily() throws IOException {
    String source =
        """
        import io.butcherblock.dsl.*;

        @LinearMultistep(order = 1, steps = 1, history = History.CARRIED,
            parameters = "a in [-1/2, 1], start 1/4", start = Start.SCHEME,
            startScheme = Own.Midpoint.class,
            value = "y[n+1] = y[n] + (1-a) h f[n] + a h f[n-1]")
        public interface Own {
          @ButcherTableau(order = 2, value = "0 |\\n1/2 | 1/2\\n--\\n | 0 1")
          interface Midpoint {}
        }
        """;
    String generated =
        CompilerTesting.generated(
            CompilerTesting.process(JavaFileObjects.forSourceString("Own", source)), "OwnScheme");
    assertTrue(
        generated.contains("case FROZEN, FAMILY -> new OwnStart1FrozenBlock(parts);"), generated);
  }

  private static String scheme(String annotation, String text) throws IOException {
    String source =
        "package own; import io.butcherblock.dsl.*; "
            + annotation.formatted(text.replace("/n", "\\n"))
            + " public interface Own {}";
    return CompilerTesting.generated(
        CompilerTesting.process(JavaFileObjects.forSourceString("own.Own", source)), "OwnScheme");
  }

  /** A comment is HTML but for its code. */
  @Test
  void descriptionIsTheCommentAsItIsRead() throws IOException {
    String source =
        """
        /**
         * 1 &lt; 2, {@code a &lt; b}, {@link Commented} of
         * N&oslash;rsett.
         * @see Object
         */
        @io.butcherblock.dsl.ButcherTableau(order = 1, value = "0 |\\n--\\n | 1")
        public interface Commented {}
        """;
    String generated =
        CompilerTesting.generated(
            CompilerTesting.process(JavaFileObjects.forSourceString("Commented", source)),
            "CommentedScheme");
    assertTrue(generated.contains("\"1 < 2, a &lt; b, Commented of N\u00f8rsett.\""), generated);
  }

  /** What changes the numbers of a network stands in its definition. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "LinearMultistep(order = 1, steps = 1, history = History.CARRIED, absorbsStepSize = true,"
            + " parameters = \"a in [-1/2, 1], start 1/4\", value = \"y[n+1] = (1-a) y[n] + a"
            + " y[n-1] + f[n]\") ! ; history carried from block to block ; f absorbs the"
            + " step size ; a in",
        "LinearMultistep(order = 1, steps = 2, parameters = \"a in [-1/2, 1], start 1/4\", value ="
            + " \"y[n+1] = y[n] + (a-a) y[n-1] + (1-a) h f[n] + a h f[n-1]\")"
            + " ! y[n+1] = (1) y[n] + (1 - a) h f[n] + (a) h f[n-1] ; 2 steps ; started by",
        "LinearMultistep(order = 1, steps = 2, value = \"y[n+1] = y[n] + 0 y[n-1] + (1+sqrt(2))/2 h"
            + " f[n] + (1-sqrt(2))/2 h f[n-1]\") ! y[n+1] = y[n] + (1/2 + 1/2 sqrt(2)) h f[n] +"
            + " (1/2 - 1/2 sqrt(2)) h f[n-1] ; 2 steps",
        "ButcherTableau(order = 2, iterations = 2, value = \"1/2 | 1/2/n--/n | 1\")"
            + " ! ; 2 iterations of 1/2 | 1/2 ; | 1\"",
        "LinearMultistep(order = 1, steps = 1, history = History.CARRIED, absorbsStepSize = true,"
            + " value = \"y[n+1] = 1/2 y[n] + 1/2 y[n-1] + f[n]\") ! ; f absorbs the step size\"",
        "LinearMultistep(order = 1, steps = 1, predictor = \"y[n+1] = y[n] + h f[n]\", corrections"
            + " = 3, value = \"y[n+1] = y[n] + h f[n+1]\") ! corrected 3 times",
        "PartitionedRungeKutta(order = 1, hamiltonian = true, p = \"0 | 0/n--/n | 1\","
            + " q = \"1 | 1/n--/n | 1\") ! ; p' = -f(q), q' = g(p)\"",
        "LinearMultistep(order = 1, steps = 2, value = \"y[n+1] = y[n] + h f[n]\")"
            + " ! y[n+1] = y[n] + h f[n] ; 2 steps\"",
        "LinearMultistep(order = 1, steps = 1, predictor = \"y[n+1] = y[n] + h f[n]\","
            + " value = \"y[n+1] = y[n] + h f[n+1]\")"
            + " ! predicted by y[n+1] = y[n] + h f[n] ; corrected once by y[n+1]",
        "LinearMultistep(order = 1, steps = 1, value = \"y[n+1] = y[n] + h f[n]\")"
            + " ! y[n+1] = y[n] + h f[n] ; 1 step\"",
      })
  void whatChangesTheNumbersIsDefined(String annotation, String end) throws IOException {
    String generated = scheme("@" + annotation.replace("/n", "\\n"), "");
    assertTrue(generated.contains(end), generated);
  }

  /** What holds within a tolerance only is not called proved. */
  @Test
  void anOrderToATolerance() throws IOException {
    String generated =
        scheme(
            "@ButcherTableau(order = 2, tolerance = \"1e-4\", value = \"%s\")",
            "0|/n0.6666|0.6666/n--/n|1/4 3/4");
    assertTrue(generated.contains("<p>Order 2"), generated);
    assertFalse(generated.contains("Proved"), generated);
  }
}
