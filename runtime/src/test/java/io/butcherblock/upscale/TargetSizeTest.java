package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSizeTest {

  /** Sizes by hand: the side that fills the frame, and the other to the nearest pixel. */
  @ParameterizedTest
  @CsvSource({
    "960, 540, 1920, 1080, 1920, 1080",
    "1000, 500, 1920, 1080, 1920, 960",
    "500, 1000, 1920, 1080, 540, 1080",
    "481, 321, 1920, 1080, 1618, 1080", // 481 * 1080 / 321 = 1618.3
    "1, 1000, 5000, 5000, 5, 5000"
  })
  void aFrameIsFilledInOneDirection(int w, int h, int frameW, int frameH, int toW, int toH) {
    assertEquals(
        new ImageSize(toW, toH), TargetSize.within(frameW, frameH).of(new ImageSize(w, h)));
  }

  @Test
  void aSideGivesTheOther() {
    ImageSize source = new ImageSize(300, 200);
    assertEquals(new ImageSize(1000, 667), TargetSize.width(1000).of(source));
    assertEquals(new ImageSize(1500, 1000), TargetSize.height(1000).of(source));
    assertEquals(new ImageSize(9, 1), TargetSize.width(9).resized(new ImageSize(100, 1)));
  }

  @Test
  void sizesThatNoImageHasAreRefused() {
    for (int number : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThrows(ButcherblockException.class, () -> TargetSize.by(number));
      assertThrows(ButcherblockException.class, () -> TargetSize.within(number, 5));
      assertThrows(ButcherblockException.class, () -> TargetSize.within(5, number));
      assertThrows(ButcherblockException.class, () -> TargetSize.width(number));
      assertThrows(ButcherblockException.class, () -> TargetSize.height(number));
    }
  }

  /** As MATLAB's imresize rounds: up. */
  @Test
  void aFactorRoundsUp() {
    assertEquals(new ImageSize(253, 3), TargetSize.by(new Ratio(5, 2)).of(new ImageSize(101, 1)));
  }

  @Test
  void nothingBecomesSmaller() {
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> TargetSize.within(1920, 1080).of(new ImageSize(4000, 3000)))
            .getMessage();
    assertEquals(
        "The image, 4000 x 3000, is larger than what it is to become, 1440 x 1080; resize it with"
            + " the bicubic kernel, or ask for a larger size.",
        message);
    assertThrows(ButcherblockException.class, () -> TargetSize.by(new Ratio(1, 2)));
    assertThrows(ButcherblockException.class, () -> TargetSize.width(0));
    assertThrows(
        ButcherblockException.class,
        () -> TargetSize.width(Integer.MAX_VALUE).of(new ImageSize(1, 3)));
  }

  /** The least product that is enough, by hand: of 2, 3, 4, 6 = 3 x 2, 8 = 4 x 2, 9, 12, 16. */
  @ParameterizedTest
  @CsvSource({
    "1.0, ''",
    "1.1, 2",
    "2.0, 2",
    "2.1, 3",
    "3.5, 4",
    "4.01, '3,2'",
    "6.5, '4,2'",
    "8.5, '3,3'",
    "10, '4,3'",
    "12.1, '4,4'",
    "16, '4,4'"
  })
  void passesAreTheFewestThatAreEnough(double factor, String scales) {
    int side = (int) Math.ceil(100 * factor);
    List<Integer> expected =
        scales.isEmpty()
            ? List.of()
            : List.of(scales.split(",")).stream().map(Integer::parseInt).toList();
    assertEquals(
        expected,
        Passes.of(new ImageSize(100, 100), new ImageSize(side, side), Set.of(4, 2, 3)).scales());
  }

  @Test
  void oneNetworkTwiceAndNoMore() {
    ImageSize source = new ImageSize(10, 10);
    assertEquals(List.of(2, 2), Passes.of(source, new ImageSize(40, 40), Set.of(2)).scales());
    assertThrows(
        ButcherblockException.class, () -> Passes.of(source, new ImageSize(41, 41), Set.of(2)));
  }
}
