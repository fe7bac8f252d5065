package io.butcherblock.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseOnFailureTest {

  private final List<String> closed = new ArrayList<>();

  @Test
  void whatWasMadeIsClosedFromTheLastToTheFirst() {
    IllegalStateException failure = new IllegalStateException();
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (CloseOnFailure made = new CloseOnFailure()) {
                made.add(() -> closed.add("first"));
                made.add(() -> closed.add("last"));
                throw failure;
              }
            }));
    assertEquals(List.of("last", "first"), closed);
  }

  @Test
  void whatIsCompleteIsKept() {
    try (CloseOnFailure made = new CloseOnFailure()) {
      made.add(() -> closed.add("part"));
      made.keep();
    }
    assertEquals(List.of(), closed);
  }

  @Test
  void onePartThatCannotBeClosedLeavesNoOtherOpen() {
    Error failure = new OutOfMemoryError("physicalBytes");
    assertSame(
        failure,
        assertThrows(
            OutOfMemoryError.class,
            () -> {
              try (CloseOnFailure made = new CloseOnFailure()) {
                made.add(() -> closed.add("first"));
                made.add(
                    () -> {
                      throw new IllegalArgumentException("broken");
                    });
                throw failure;
              }
            }));
    assertEquals(List.of("first"), closed);
    assertEquals("broken", failure.getSuppressed()[0].getMessage());
  }
}
