package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailureSentenceTest {

  private static final String BEFORE = "Something went wrong that should not: ";
  private static final String AFTER = "; run it again with --verbose to see where.";

  @Test
  void whatIsUnexpectedIsNamedInOneSentence() {
    assertEquals(
        BEFORE + "IllegalStateException: It broke" + AFTER,
        FailureSentence.of(new IllegalStateException("\n It broke.\n at last")));
    assertEquals(
        BEFORE + "IllegalStateException" + AFTER, FailureSentence.of(new IllegalStateException()));
  }

  @Test
  void longReasonsAreCutTo200Characters() {
    assertEquals(
        BEFORE + "IllegalStateException: " + "a".repeat(200) + AFTER,
        FailureSentence.of(new IllegalStateException("a".repeat(200))));
    assertEquals(
        BEFORE + "IllegalStateException: " + "a".repeat(197) + "..." + AFTER,
        FailureSentence.of(new IllegalStateException("a".repeat(201))));
  }
}
