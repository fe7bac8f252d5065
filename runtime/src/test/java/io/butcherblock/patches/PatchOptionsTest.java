package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PatchOptionsTest {

  private static final PatchOptions SOUND = PatchOptions.of(1);

  /** 3 * 26754^2 is below 2^31, 3 * 26755^2 is not. */
  @Test
  void aBatchHoldsAsManySamplesAsAnArray() {
    assertDoesNotThrow(() -> SOUND.withBatch(1).withPatch(26754));
    assertRefused("1 patch of 26755 x 26755 is more", () -> SOUND.withBatch(1).withPatch(26755));
    assertDoesNotThrow(() -> PatchOptions.of(2).withPatch(1).withBatch(178956970));
    assertRefused(
        "178956971 patches of 1 x 1 are more",
        () -> PatchOptions.of(2).withPatch(1).withBatch(178956971));
  }

  @Test
  void nonsenseIsRefused() {
    for (Executable each :
        List.<Executable>of(
            () -> PatchOptions.of(0),
            () -> SOUND.withPatch(0),
            () -> SOUND.withBatch(0),
            () -> SOUND.withWorkers(0))) {
      assertRefused("must be at least 1, not 0", each);
    }
    assertRefused("must not be negative", () -> SOUND.startingAt(-1));
    assertRefused("must not be negative", () -> SOUND.withCacheBytes(-1));
  }

  @Test
  void eachProcessHasOnePatchAtLeast() {
    assertDoesNotThrow(() -> SOUND.withBatch(4).withShare(new BatchShard(3, 4)));
    assertRefused(
        "cannot be divided among 5 processes",
        () -> SOUND.withBatch(4).withShare(new BatchShard(3, 5)));
  }

  private static void assertRefused(String why, Executable making) {
    String sentence = assertThrows(ButcherblockException.class, making).getMessage();
    assertTrue(sentence.contains(why), sentence);
  }
}
