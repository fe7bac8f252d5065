package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.error.ButcherblockException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void aUserErrorIsItsSentence() {
    assertTold("The folder a is empty.", new ButcherblockException("The folder a is empty."));
  }

  @Test
  void aNativeErrorIsItsFirstLine() {
    assertTold(
        "Something went wrong that should not: RuntimeException: The size of tensor a (3) must"
            + " match; run it again with --verbose to see where.",
        new RuntimeException(
            "The size of tensor a (3) must match\nException raised from infer_size at x.cpp:31"));
  }

  @Test
  void exceptionsWithoutAMessageAreNamed() {
    assertTold(
        "Something went wrong that should not: NullPointerException; run it again with --verbose to"
            + " see where.",
        new NullPointerException());
    assertTold(
        "Something went wrong that should not: StackOverflowError; run it again with --verbose to"
            + " see where.",
        new StackOverflowError());
  }

  @Test
  void memoryThatIsUsedUpIsToldFromWhoseItWas() {
    assertTold(
        "Java's memory is used up (Java heap space): work on less at once, or give it more with"
            + " BUTCHERBLOCK_JAVA_OPTS=-Xmx8g.",
        new OutOfMemoryError("Java heap space"));
    String advice =
        "): work on less at once, with a smaller --tile or --batch, or on a machine that has more.";
    assertTold(
        "Not enough memory (CUDA out of memory. Tried to allocate 2.00 GiB" + advice,
        new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB\nException raised"));
    assertTold(
        "Not enough memory (Physical memory usage is too high: physicalBytes (9G) >"
            + " maxPhysicalBytes (8G)"
            + advice,
        new OutOfMemoryError(
            "Physical memory usage is too high: physicalBytes (9G) > maxPhysicalBytes (8G)"));
  }

  private static void assertTold(String sentence, Throwable thrown) {
    StringWriter err = new StringWriter();
    assertEquals(1, new Failures(new PrintWriter(err), false).tell(thrown));
    assertEquals("butcherblock: " + sentence + System.lineSeparator(), err.toString());
  }
}
