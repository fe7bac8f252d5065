package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.TestImages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PairCacheTest {

  private static List<Throwable> failures() {
    return List.of(
        new ButcherblockException("The file is damaged."),
        new OutOfMemoryError("Java heap space"),
        new IllegalStateException("A fault of the program."));
  }

  /** Be it the thread that has decoded the pair, or one that has waited for that. */
  @ParameterizedTest
  @MethodSource("failures")
  void whatAPairFailedOfIsToldAsItIsToAll(Throwable failure) {
    PairCache cache = new PairCache(List.of(failing(failure)), 1000);
    for (int i = 0; i < 2; i++) {
      assertSame(failure, assertThrows(failure.getClass(), () -> cache.get(0)));
    }
  }

  /** An image of 8 x 8 and its half are 8 * 8 * 3 + 4 * 4 * 3 bytes. */
  @ParameterizedTest
  @CsvSource({"240, 240", "239, 0"})
  void whatJustFitsIsKept(long limit, long kept) {
    Image hr = TestImages.smooth(8, 8, 1);
    PairCache cache = new PairCache(List.of(ImagePair.of("a", hr, 2)), limit);
    cache.get(0);
    assertEquals(kept, cache.bytes());
  }

  private static ImagePair failing(Throwable failure) {
    return new ImagePair() {

      @Override
      public String name() {
        return "failing";
      }

      @Override
      public ImageSize lrSize() {
        return new ImageSize(8, 8);
      }

      @Override
      public DecodedPair load() {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    };
  }
}
