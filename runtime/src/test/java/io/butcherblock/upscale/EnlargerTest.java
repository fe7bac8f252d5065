package io.butcherblock.upscale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.degrade.JpegCompression;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.PixelLimit;
import io.butcherblock.image.Ratio;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.Model;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.TrainingImages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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

  /** Where they are given, not where they are used. */
  @Test
  void nullsAreNamed() {
    InferenceOptions options = InferenceOptions.DEFAULT;
    Image image = noise(20, 13);
    TargetSize size = TargetSize.by(2);
    Path file = folder.resolve("x.png");
    TrainingSetup setup = TrainingRun.of(EulerForTests.network(2, 8), 2);
    named("kind", () -> Enlarger.of(null, options));
    named("options", () -> Enlarger.of(ImageKind.CLEAN, null));
    named("network", () -> Enlarger.of(null));
    named("source", () -> enlarger.plan(null, size));
    named("image", () -> enlarger.upscale(null, size));
    named("size", () -> enlarger.upscale(image, null));
    named("listener", () -> enlarger.upscale(image, size, null));
    named("to", () -> enlarger.upscale(file, null, size));
    named("size", () -> enlarger.facts(null));
    named("options", () -> SuperResolution.load(file, null));
    named("model", () -> SuperResolution.load((Model) null, options));
    named("spec", () -> SuperResolution.load(file, null, 2, options));
    named("network", () -> SuperResolution.of(null, options));
    named("image", () -> sr.upscale((Image) null));
    named("listener", () -> sr.upscale(image, null));
    named("to", () -> sr.upscale(file, null));
    named("folder", () -> sr.evaluate(null));
    named("recipe", () -> setup.recipe(null));
    named("folder", () -> setup.images((Path) null));
    named("folder", () -> setup.validation(file, null));
    named("images", () -> setup.images((TrainingImages) null));
    named("folder", () -> setup.folder(null));
    named("weights", () -> setup.startFrom(null));
    named("factor", () -> TargetSize.by(null));
    named("source", () -> size.of(null));
    named("source", () -> size.resized(null));
  }

  @Test
  void nullsOfAnUpscalerAreNamed() {
    Image image = noise(20, 13);
    Upscaler upscaler = sr.upscaler();
    named("network", () -> new Upscaler(null, OptionalInt.empty(), false));
    named("tileSize", () -> new Upscaler(network, null, false));
    named("image", () -> upscaler.tiles((Image) null));
    named("image", () -> upscaler.tiles((ImageSize) null));
    named("image", () -> upscaler.upscale(null, (done, all) -> {}));
    named("listener", () -> upscaler.upscale(image, null));
    named("image", () -> upscaler.planes(null, (done, all) -> {}));
    named("listener", () -> upscaler.planes(image, null));
  }

  @Test
  void nullsOfAnEvaluatorAreNamed() {
    Protocol protocol = Protocol.benchmark(2);
    Evaluator evaluator = new Evaluator(sr.upscaler(), protocol);
    DecodedPair pair = new DecodedPair(noise(10, 10), noise(20, 20));
    named("upscaler", () -> new Evaluator(null, protocol));
    named("protocol", () -> new Evaluator(sr.upscaler(), null));
    named("pairs", () -> evaluator.evaluate(null, (image, done, all) -> {}));
    named("listener", () -> evaluator.evaluate(List.of(), null));
    named("pairs", () -> evaluator.mean(null));
    named("pairs", () -> evaluator.mean(null, () -> false));
    named("stop", () -> evaluator.mean(List.of(pair), null));
    named("pairs", () -> evaluator.mean(null, () -> false, first -> {}));
    named("stop", () -> evaluator.mean(List.of(pair), null, first -> {}));
    named("first", () -> evaluator.mean(List.of(pair), () -> false, null));
    named("name", () -> evaluator.bicubic(null, pair));
    named("pair", () -> evaluator.bicubic("image", null));
    named("pair", () -> Evaluator.bicubic(null, 2, protocol));
    named("protocol", () -> Evaluator.bicubic(pair, 2, null));
    named("pair", () -> evaluator.network(null, (done, all) -> {}));
    named("tiles", () -> evaluator.network(pair, null));
  }

  @Test
  void nullsOfAnEvaluationAreNamed() {
    Protocol protocol = Protocol.benchmark(2);
    Optional<JpegCompression> none = Optional.empty();
    Optional<String> unknown = Optional.empty();
    List<EvaluatedImage> images = List.of();
    Evaluation evaluation = new Evaluation("n", 2, "set", protocol, false, images);
    named("network", () -> new Evaluation(null, 2, "set", protocol, false, images));
    named("dataSet", () -> new Evaluation("n", 2, null, protocol, false, images));
    named("protocol", () -> new Evaluation("n", 2, "set", null, false, images));
    named("images", () -> new Evaluation("n", 2, "set", protocol, false, null));
    named(
        "compression",
        () -> new Evaluation("n", 2, "set", protocol, false, images, null, unknown, unknown));
    named(
        "degradation",
        () -> new Evaluation("n", 2, "set", protocol, false, images, none, null, unknown));
    named(
        "weights",
        () -> new Evaluation("n", 2, "set", protocol, false, images, none, unknown, null));
    named("name", () -> evaluation.withDataSet(null));
  }

  private static void named(String argument, Executable call) {
    assertEquals(argument, assertThrows(NullPointerException.class, call).getMessage());
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

  @Test
  void aStreamBecomesWhatAFileBecomes() throws IOException {
    Path from = folder.resolve("a.png");
    Path to = folder.resolve("b.bmp");
    ImageFiles.write(noise(20, 13), from);
    enlarger.upscale(from, to, TargetSize.width(30));
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    List<Integer> tiles = new ArrayList<>();
    try (InputStream in = Files.newInputStream(from)) {
      enlarger.upscale(in, large, "bmp", TargetSize.width(30), (tile, all) -> tiles.add(tile));
    }
    assertArrayEquals(Files.readAllBytes(to), large.toByteArray());
    assertEquals(List.of(1, 2), tiles);
  }

  @Test
  void whatIsWrongWithAStreamIsToldWithoutTheFilesBehindIt() throws IOException {
    assertEquals(
        "Cannot read the image: it is not an image of a known format (PNG, JPEG, BMP, TIFF,"
            + " WebP, GIF).",
        refusal("no image".getBytes(UTF_8), "png"));
    Path image = folder.resolve("a.png");
    ImageFiles.write(noise(20, 13), image);
    assertEquals(
        "Cannot write the enlarged image.xcf: images are written as PNG, JPEG, WebP, TIFF or BMP;"
            + " name a file that ends in .png, .jpg, .webp, .tif or .bmp.",
        refusal(Files.readAllBytes(image), "xcf"));
  }

  /** Also of what has no end. */
  @Test
  void aStreamIsReadAsFarAsAnImageMayBeLarge() {
    long before = PixelLimit.get();
    try (InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] to, int at, int count) {
            return count;
          }
        }) {
      PixelLimit.set(1);
      OutputStream none = OutputStream.nullOutputStream();
      ButcherblockException refused =
          assertThrows(
              ButcherblockException.class,
              () -> enlarger.upscale(endless, none, "png", TargetSize.by(2), (tile, all) -> {}));
      assertEquals(
          "The image has more bytes (67108872 and more) than an image of 1 million pixels.",
          refused.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      PixelLimit.set(before);
    }
  }

  private String refusal(byte[] upload, String format) {
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    ButcherblockException refused =
        assertThrows(
            ButcherblockException.class,
            () ->
                enlarger.upscale(
                    new ByteArrayInputStream(upload),
                    large,
                    format,
                    TargetSize.by(2),
                    (tile, all) -> {}));
    assertEquals(0, large.size());
    return refused.getMessage();
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
