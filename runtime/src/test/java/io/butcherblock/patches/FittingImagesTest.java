package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FittingImagesTest {

  @Test
  void theSmallOnesAreLeftOutAndNamed() {
    List<ImagePair> all = new ArrayList<>();
    all.add(pair("large", 40, 40));
    all.add(pair("narrow", 15, 40));
    all.add(pair("fits", 16, 16));
    FittingImages fitting = FittingImages.of(all, 8);
    assertEquals(List.of(all.get(0), all.get(2)), fitting.pairs());
    assertEquals(
        "Left out 1 of 3 training images, whose low-resolution images are smaller than a patch of"
            + " 8 x 8: narrow (7 x 20).",
        fitting.note().orElseThrow());
    assertEquals(Optional.empty(), FittingImages.of(all, 7).note());
    for (int i = 0; i < 8; i++) {
      all.add(pair("tiny" + i, 4, 4));
    }
    String many = FittingImages.of(all, 8).note().orElseThrow();
    assertTrue(many.startsWith("Left out 9 of 11"), many);
    assertTrue(many.endsWith("tiny3 (2 x 2) and 4 more."), many);
  }

  @Test
  void ifNoneFitsTheLargestPatchIsTold() {
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> FittingImages.of(List.of(pair("a", 20, 30), pair("b", 24, 24)), 16))
            .getMessage();
    assertTrue(message.contains("largest patch that fits all images is 10"), message);
  }

  private static ImagePair pair(String name, int width, int height) {
    return ImagePair.of(name, TestImages.random(width, height, 3, 1), 2);
  }
}
