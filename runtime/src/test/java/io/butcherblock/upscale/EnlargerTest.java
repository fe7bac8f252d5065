package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnlargerTest {

  private SuperResolutionNetwork network;
  private SuperResolution sr;
  private Enlarger enlarger;

  @TempDir private Path folder;

  @BeforeEach
  void makeNetwork() {
    network = new SuperResolutionNetwork(EulerForTests.network(2, 8), 2, 1, new Device("cpu"));
    // Tiles of 16, so that images have several.
    sr = SuperResolution.of(network, InferenceOptions.DEFAULT.withTileSize(16));
    enlarger = Enlarger.of(sr);
  }

  @AfterEach
  void close() {
    enlarger.close();
    sr.close();
    network.close();
  }

  @Test
  void theNetworksOwnScaleIsTheNetworkAlone() {
    Image image = noise(20, 13);
    assertEquals(sr.upscale(image), enlarger.upscale(image, TargetSize.by(2)));
  }

  @Test
  void anotherSizeIsTheNextScaleThenBicubic() {
    Image image = noise(20, 13);
    Image expected = BicubicResize.resize(sr.upscale(image), 30, 20);
    assertEquals(expected, enlarger.upscale(image, TargetSize.by(new Ratio(3, 2))));
  }

  @Test
  void beyondItTheImageGoesThroughTwiceAndTilesAreCountedTogether() {
    Image image = noise(20, 13);
    List<Integer> done = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    Image large =
        enlarger.upscale(
            image,
            TargetSize.by(3),
            (tile, tiles) -> {
              done.add(tile);
              all.add(tiles);
            });
    assertEquals(BicubicResize.resize(sr.upscale(sr.upscale(image)), 60, 39), large);
    // 20 x 13 in tiles of 16: 2; 40 x 26: 3 x 2.
    assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), done);
    assertTrue(all.stream().allMatch(tiles -> tiles == 8), all.toString());
    assertEquals(8, enlarger.tiles(ImageSize.of(image), TargetSize.by(3)));
  }

  @Test
  void theSameSizeIsTheSameImage() {
    Image image = noise(20, 13);
    assertSame(image, enlarger.upscale(image, TargetSize.width(20)));
  }

  @Test
  void aFileBecomesAFileOfTheSize() {
    Path from = folder.resolve("a.png");
    Path to = folder.resolve("b.png");
    ImageFiles.write(noise(20, 13), from);
    enlarger.upscale(from, to, TargetSize.within(50, 50));
    assertEquals(new ImageSize(50, 33), ImageFiles.size(to));
  }

  /** Else it would open its networks anew, and nobody would close these. */
  @Test
  void useAfterCloseIsRefused() {
    enlarger.close();
    enlarger.close();
    assertThrows(
        IllegalStateException.class, () -> enlarger.upscale(noise(4, 4), TargetSize.by(2)));
  }

  /** It would be closed twice. */
  @Test
  void aNetworkThatWasGivenStaysOpen() {
    enlarger.close();
    assertFalse(sr.upscale(noise(4, 4)).hasAlpha());
  }

  private static Image noise(int width, int height) {
    byte[] samples = new byte[3 * width * height];
    new Random(1).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
