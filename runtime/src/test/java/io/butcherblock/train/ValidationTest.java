package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.TestImages;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

  /** One of twenty, in the middle of its twenty; one of ten; none of nine. */
  @ParameterizedTest
  @CsvSource({"9, ''", "10, 5", "40, 10 30", "400, 25 75 125 175 225 275 325 375"})
  void imagesAreHeldOutEvenly(int count, String numbers) {
    Image image = TestImages.random(24, 24, 3, 1);
    List<ImagePair> all =
        IntStream.range(0, count).mapToObj(i -> ImagePair.of("" + i, image, 2)).toList();
    Validation validation = Validation.heldOut(all, 2);
    assertEquals(
        numbers, String.join(" ", validation.heldOut().stream().map(ImagePair::name).toList()));
    assertEquals(count - validation.size(), validation.without(all).size());
  }

  @Test
  void ofALargeImageTheMiddleIsTaken() {
    Image large = TestImages.random(2 * 150, 2 * 131, 3, 1);
    List<ImagePair> all =
        IntStream.range(0, 10).mapToObj(i -> ImagePair.of("" + i, large, 2)).toList();
    Image middle = Validation.heldOut(all, 2).pairs().get(0).hr();
    assertEquals(large.crop(2 * 11, 2 * 1, 256, 256), middle);
  }

  /** White is right in any network that clamps, and its PSNR infinite. */
  @Test
  void imagesOfOneColorAreLeftOut() {
    byte[] samples = new byte[3 * 48 * 48];
    Arrays.fill(samples, (byte) 255);
    Image white = Image.of(48, 48, 3, samples.clone());
    samples[samples.length - 1] = 0;
    Image almost = Image.of(48, 48, 3, samples);
    List<ImagePair> both =
        List.of(ImagePair.of("white", white, 2), ImagePair.of("almost", almost, 2));
    Validation named = Validation.of(both, 2);
    assertEquals(List.of(almost), named.pairs().stream().map(DecodedPair::hr).toList());

    List<ImagePair> all = IntStream.range(0, 40).mapToObj(i -> both.get(i == 30 ? 1 : 0)).toList();
    Validation heldOut = Validation.heldOut(all, 2);
    assertEquals(List.of(both.get(1)), heldOut.heldOut());
    assertEquals(List.of(almost), heldOut.pairs().stream().map(DecodedPair::hr).toList());
  }

  /** The smallest image is the smallest that can be compared. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void anImageThatIsTooSmallToBeComparedIsRefused(int scale) {
    for (int side = 2; side <= 9; side++) {
      Image hr = TestImages.random(side * scale, 20 * scale, 3, 1);
      List<ImagePair> pairs = List.of(ImagePair.of("narrow", hr, scale));
      boolean comparable = side * scale >= 11 + 2 * scale;
      if (comparable) {
        ImageQuality.checkSize(ImageSize.of(hr), Protocol.benchmark(scale));
        assertEquals(1, Validation.of(pairs, scale).size(), side + " at x" + scale);
      } else {
        assertThrows(ButcherblockException.class, () -> Validation.of(pairs, scale));
      }
    }
  }
}
