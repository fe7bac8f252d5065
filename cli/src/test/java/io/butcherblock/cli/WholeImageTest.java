package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.options.OptionNames;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.upscale.Upscaler;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

/** A network with attention looks at the whole image, so that it is never cut into tiles. */
class WholeImageTest {

  private static final NetworkSpec SPEC =
      Catalogue.onClassPath().networks().get("oisr-lf-s-ca").withSize(2, 8);

  @Test
  void tilesAreRefusedInOneSentence() {
    try (SuperResolutionNetwork network = network()) {
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class, () -> new Upscaler(network, OptionalInt.of(64), false));
      assertEquals(
          "oisr-lf-s-ca cannot work tile by tile, for its vector field gv2-ca depends on the whole"
              + " image; give no tile size, or work on smaller images.",
          error.getMessage());
      assertTrue(OptionNames.message(error).contains("; give no --tile, or work on"));
    }
  }

  @Test
  void anyImageIsOneTile() {
    try (SuperResolutionNetwork network = network()) {
      Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false);
      assertEquals(1, upscaler.tiles(SyntheticImages.generate(1, 9000, 20)));
      Image large = upscaler.upscale(SyntheticImages.generate(1, 40, 30), (done, all) -> {});
      assertEquals(80, large.width());
      assertEquals(60, large.height());
    }
  }

  /**
   * The reason for it: what is far away changes a pixel, other than in a network of convolutions.
   */
  @Test
  void aPixelDependsOnWhatIsFarAway() {
    Image whole = SyntheticImages.generate(1, 200, 24);
    Image half = whole.crop(0, 0, 100, 24);
    try (SuperResolutionNetwork attended = network();
        SuperResolutionNetwork plain =
            new SuperResolutionNetwork(
                Catalogue.onClassPath().networks().get("oisr-lf-s").withSize(2, 8),
                2,
                1,
                new Device("cpu"))) {
      assertNotEquals(corner(attended, whole), corner(attended, half));
      assertEquals(corner(plain, whole), corner(plain, half));
    }
  }

  @Test
  void listsSaySo() {
    String networks = CommandLineRun.of("networks").out();
    assertTrue(
        networks.lines().anyMatch(l -> l.startsWith("oisr-lf-s-ca") && l.contains("whole image")),
        networks);
    assertTrue(networks.contains("gv2-ca"), networks);
    CommandLineRun inspect = CommandLineRun.of("inspect", "oisr-lf-s-ca");
    assertEquals(0, inspect.code(), inspect.err());
    assertTrue(inspect.out().contains("1,390,499 parameters"), inspect.out());
    assertTrue(inspect.out().contains("radius whole image"), inspect.out());
  }

  private static Image corner(SuperResolutionNetwork network, Image image) {
    return new Upscaler(network, OptionalInt.empty(), false)
        .upscale(image, (done, all) -> {})
        .crop(0, 0, 80, 48);
  }

  private static SuperResolutionNetwork network() {
    return new SuperResolutionNetwork(SPEC, 2, 1, new Device("cpu"));
  }
}
