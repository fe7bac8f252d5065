package io.butcherblock.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedImagesTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void noneIsNoFailure() {
    new FailedImages(2, 5).end("enlarged");
  }

  @Test
  void oneOfOneIsItsOwnSentence() {
    FailedImages failed = new FailedImages(1, 1);
    failed.add(0, "a.png", "a.png is empty.", told::add);
    assertEquals("a.png is empty.", end(failed));
    assertEquals(List.of(), told);
  }

  @Test
  void oneOfSeveralIsToldWithItsRank() {
    FailedImages failed = new FailedImages(3, 5);
    failed.add(2, "a.png", "a.png is empty.", told::add);
    assertEquals("1 of 5 images could not be enlarged: Rank 2 of 3: a.png is empty.", end(failed));
    assertEquals(List.of("Rank 2 of 3: a.png is empty."), told);
  }

  @Test
  void severalAreListed() {
    FailedImages failed = new FailedImages(1, 5);
    failed.add(0, "a.png", "a.png is empty.", told::add);
    failed.add(0, "b.png", "b.png is torn.", told::add);
    assertEquals(
        "2 of 5 images could not be enlarged, for reasons told above: a.png, b.png.", end(failed));
    assertEquals(List.of("a.png is empty.", "b.png is torn."), told);
  }

  private static String end(FailedImages failed) {
    return assertThrows(ButcherblockException.class, () -> failed.end("enlarged")).getMessage();
  }
}
