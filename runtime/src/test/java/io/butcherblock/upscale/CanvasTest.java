package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import org.junit.jupiter.api.Test;

class CanvasTest {

  /** 3 x 26754^2 is 2,147,329,548, and 3 x 26755^2 more than 2^31 - 1. */
  @Test
  void anImageOfMoreSamplesThanAnArrayHoldsIsRefused() {
    Canvas.check(26_754, 26_754);
    assertThrows(ButcherblockException.class, () -> Canvas.check(26_755, 26_755));
  }
}
