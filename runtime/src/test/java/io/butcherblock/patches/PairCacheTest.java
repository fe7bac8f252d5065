package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
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
