package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.upscale.TargetSize;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelsTest {

  private static final long LARGEST_FILE = 1_000_000;
  private static final long MOST_PARAMETERS = 250_000;
  private static final InferenceOptions ON_CPU =
      InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);

  static List<Model> models() {
    return List.copyOf(ModelCatalogue.onClassPath().models().values());
  }

  @ParameterizedTest
  @MethodSource("models")
  void eachIsSmallAndWhatItsNameSays(Model model) {
    assertEquals(model.kind() + "-x" + model.scale(), model.name());
    WeightsInfo info = model.withFile(WeightsInfo::read);
    assertEquals(model.scale(), info.scale().orElseThrow());
    assertTrue(
        NetworkSize.of(info.spec(Catalogue.onClassPath()), model.scale()).parameters()
            <= MOST_PARAMETERS);
    assertTrue(model.withFile(ShippedModelsTest::size) < LARGEST_FILE);
  }

  @Test
  void theNameOfAFileIsNotTakenForThatOfWeights(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("weights.safetensors"));
    String message =
        assertThrows(ButcherblockException.class, () -> SuperResolution.load(file.toString()))
            .getMessage();
    assertTrue(message.startsWith(file + " is a file, "), message);
    assertTrue(message.endsWith("; for a file of weights, give a Path."), message);
  }

  /** Between its two colors, an edge is where it was, and flat parts stay flat. */
  @ParameterizedTest
  @MethodSource("models")
  void eachEnlargesAnEdge(Model model) {
    int width = 48;
    int height = 32;
    float[] planes = new float[3 * width * height];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = i % width < width / 2 ? 60 : 190;
    }
    try (SuperResolution sr = SuperResolution.load(model, ON_CPU)) {
      Image large = sr.upscale(Image.ofPlanes(width, height, 3, planes));
      assertEquals(
          new ImageSize(width, height).times(model.scale()), ImageSize.of(large), model.name());
      float[] row = new float[3 * large.width()];
      large.copyPlanes(0, large.height() / 2, large.width(), 1, row, 0);
      int from = large.width() / 8;
      for (int x = from; x < large.width() - from; x++) {
        int fromEdge = Math.abs(2 * x + 1 - large.width()) / 2 / model.scale();
        if (fromEdge > 3) {
          assertEquals(2 * x < large.width() ? 60 : 190, row[x], 4, "column " + x);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void eachHasACardWithItsFiguresAndLimits(Model model) {
    String card = model.cardText();
    assertTrue(card.startsWith("# " + model.name() + "\n"), card);
    for (String word : List.of("./butcherblock train", "seed", "Set5", "dB", "not for")) {
      assertTrue(card.contains(word), model.name() + ": " + word);
    }
  }

  @Test
  void bothKindsReachAnySizeUpToTheSquareOfTheirLargestFactor() {
    for (ImageKind kind : ImageKind.values()) {
      int factor = ModelCatalogue.onClassPath().of(kind).lastKey();
      try (Enlarger enlarger = Enlarger.of(kind, ON_CPU)) {
        Image small = Image.ofPlanes(9, 7, 3, new float[3 * 9 * 7]);
        Image large = enlarger.upscale(small, TargetSize.width(9 * factor * factor - 1));
        assertEquals(9 * factor * factor - 1, large.width());
      }
    }
  }

  @Test
  void allFilesAreListed() throws IOException {
    URI index =
        URI.create(
            Thread.currentThread()
                .getContextClassLoader()
                .getResource(ModelCatalogue.INDEX)
                .toString());
    Set<String> listed =
        models().stream()
            .flatMap(model -> Stream.of(model.name() + ".safetensors", model.name() + ".md"))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(Path.of(index).resolveSibling("models"))) {
      assertEquals(
          listed, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
