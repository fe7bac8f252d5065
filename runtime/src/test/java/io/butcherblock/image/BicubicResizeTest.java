package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.SharedFolder;
import io.butcherblock.error.ButcherblockException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicubicResizeTest {

  @ParameterizedTest
  @CsvSource({"Set5,2", "Set5,3", "Set5,4", "Set14,2", "Set14,3", "Set14,4"})
  void reproducesTheStoredLowResolutionImages(String set, int scale) {
    Path folder = SharedFolder.require("data/benchmark/" + set);
    int compared = 0;
    for (Path file : ImageFiles.list(folder.resolve("HR"))) {
      String name = ImageNames.baseName(file);
      Image hr = ImageFiles.read(file);
      ImageSize size = ImageSize.of(hr).multipleOf(scale);
      Image lr = BicubicResize.downscale(hr.crop(0, 0, size.width(), size.height()), scale);
      Path stored = folder.resolve("LR_bicubic/X" + scale + "/" + name + "x" + scale + ".png");
      assertEquals(ImageFiles.read(stored), lr, name);
      compared++;
    }
    assertEquals(set.equals("Set5") ? 5 : 14, compared);
  }

  @Test
  void aConstantStaysConstant() {
    byte[] samples = new byte[7 * 5 * 3];
    Arrays.fill(samples, (byte) 137);
    Image image = Image.of(7, 5, 3, samples);
    for (Ratio ratio : new Ratio[] {new Ratio(1, 2), new Ratio(3, 1), new Ratio(5, 3)}) {
      for (byte sample : BicubicResize.resize(image, ratio).samples()) {
        assertEquals((byte) 137, sample);
      }
    }
  }

  /** Inside a ramp a cubic kernel is exact: samples at 1/4 and 3/4 between the input's. */
  @Test
  void upscalesARampExactlyInside() {
    Image ramp = Image.of(6, 1, 1, new byte[] {0, 40, 80, 120, (byte) 160, (byte) 200});
    Image large = BicubicResize.resize(ramp, 12, 1);
    assertEquals(70, large.sample(4, 0, 0));
    assertEquals(90, large.sample(5, 0, 0));
    assertEquals(110, large.sample(6, 0, 0));
  }

  /**
   * An edge made twice larger, by hand: the weights at distances 1.25, 0.25, 0.75, 1.75 are -9/128,
   * 111/128, 29/128, -3/128, and the step is 128 high.
   */
  @Test
  void weightsOfAnEdgeAreKeys() {
    Image edge = Image.of(6, 1, 1, new byte[] {100, 100, 100, (byte) 228, (byte) 228, (byte) 228});
    int[] expected = {100, 100, 100, 97, 91, 126, 202, 237, 231, 228, 228, 228};
    Image large = BicubicResize.resize(edge, 12, 1);
    int[] actual = new int[12];
    Arrays.setAll(actual, x -> large.sample(x, 0, 0));
    assertArrayEquals(expected, actual);
  }

  @Test
  void sizesAreRoundedUp() {
    Image small = BicubicResize.downscale(Image.of(7, 5, 1, new byte[35]), 3);
    assertEquals(new ImageSize(3, 2), ImageSize.of(small));
  }

  @Test
  void alphaIsResizedByItself() {
    byte[] alpha = new byte[64];
    Arrays.fill(alpha, (byte) 255);
    Image image = Image.of(8, 8, 1, new byte[64]).withAlpha(alpha);
    byte[] small = BicubicResize.downscale(image, 2).alpha().orElseThrow();
    assertEquals(16, small.length);
    assertEquals((byte) 255, small[5]);
  }

  @Test
  void onePixelGrows() {
    Image large = BicubicResize.upscale(Image.of(1, 1, 1, new byte[] {9}), 4);
    assertEquals(new ImageSize(4, 4), ImageSize.of(large));
    assertEquals(9, large.sample(3, 3, 0));
  }

  @Test
  void sizesBeyondAnArrayAreRefused() {
    Image image = Image.of(100, 100, 1, new byte[10_000]);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class, () -> BicubicResize.resize(image, new Ratio(1000, 1)));
    assertTrue(error.getMessage().contains("100000 x 100000"));
  }

  /** Sizes and products of sizes that no int, or no long, can hold. */
  @Test
  void sizesThatNoImageCanHaveAreRefused() {
    Image image = Image.of(3000, 2, 3, new byte[18_000]);
    for (int scale : new int[] {700, 999_999, Integer.MAX_VALUE}) {
      ButcherblockException told =
          assertThrows(ButcherblockException.class, () -> BicubicResize.upscale(image, scale));
      assertEquals(
          "An image of 3000 x 2, resized to %s x %s, would be larger than any image here may be; choose a smaller scale."
              .formatted(3000L * scale, 2L * scale),
          told.getMessage());
    }
    assertThrows(
        ButcherblockException.class,
        () -> BicubicResize.resize(image, Integer.MAX_VALUE, Integer.MAX_VALUE));
  }
}
