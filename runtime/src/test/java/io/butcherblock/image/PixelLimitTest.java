package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PixelLimitTest {

  /** Of four samples each, whatever memory there is and whatever limit is set. */
  @Test
  void noImageHasMorePixelsThanAnArrayHolds() {
    PixelLimit.set(Long.MAX_VALUE);
    try {
      PixelLimit.check(Path.of("a.png"), new ImageSize(20_000, 26_843));
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> PixelLimit.check(Path.of("a.png"), new ImageSize(20_000, 26_844)));
      assertEquals(
          "Cannot read a.png: its 20000 x 26844 pixels are 537 million, more than any image here"
              + " may have (536 million); cut the image.",
          error.getMessage());
    } finally {
      PixelLimit.set(PixelLimit.DEFAULT);
    }
  }
}
