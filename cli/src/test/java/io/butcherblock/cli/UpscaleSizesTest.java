package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImageSize;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code upscale} without a network: trained weights that come along, sizes, what is refused. */
class UpscaleSizesTest {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  @TempDir private static Path images;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    Image image = SyntheticImages.generate(1, WIDTH, HEIGHT);
    ImageFiles.write(image, images.resolve("photo.jpg"));
    ImageFiles.write(image, images.resolve("drawing.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 96, 64",
    "--scale 3, 144, 96",
    "--by 2.5, 120, 80",
    "--by 7/2, 168, 112",
    "--to 100x1000, 100, 67",
    "--width 50, 50, 33",
    "--height 100, 150, 100"
  })
  void theImageHasTheSizeThatWasAskedFor(String option, int width, int height) {
    Path large = out.resolve("large.png");
    CommandLineRun run = upscale("photo.jpg", large, option);
    assertEquals(0, run.code(), run.err());
    assertEquals(new ImageSize(width, height), ImageFiles.size(large));
  }

  @Test
  void theWeightsAreThoseOfTheKindOfTheFile() {
    CommandLineRun photo = upscale("photo.jpg", out.resolve("a.png"), "");
    assertTrue(photo.err().contains("Weights: photo, since photo.jpg is a JPEG of quality 95"));
    CommandLineRun drawing = upscale("drawing.png", out.resolve("b.png"), "");
    assertTrue(drawing.err().contains("Weights: clean, since drawing.png is not compressed"));
    CommandLineRun chosen = upscale("photo.jpg", out.resolve("c.png"), "--model clean");
    assertTrue(chosen.err().contains("Weights: clean, as --model says."), chosen.err());
    assertFalse(
        ImageFiles.read(out.resolve("a.png")).equals(ImageFiles.read(out.resolve("c.png"))));
    CommandLineRun both = CommandLineRun.of("upscale", images.toString(), "--out", out.toString());
    assertEquals(0, both.code(), both.err());
    assertTrue(both.err().contains("photo for 1 of 2 images"), both.err());
  }

  @Test
  void trainedWeightsAreEvaluatedByTheirName() {
    String folder = images.toString();
    CommandLineRun clean = CommandLineRun.of("eval", "clean-x2", "--data", folder);
    assertEquals(0, clean.code(), clean.err());
    CommandLineRun photo = CommandLineRun.of("eval", "photo-x2", "--data", folder);
    assertTrue(photo.out().contains("oisr-lf-s x2, trained for photo"), photo.out());
  }

  @Test
  void aNameWithASlashAtItsEndIsAFolderThoughThereIsNoneYet() {
    String image = images.resolve("drawing.png").toString();
    CommandLineRun run = CommandLineRun.of("upscale", image, "--out", out.resolve("new") + "/");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        new ImageSize(2 * WIDTH, 2 * HEIGHT), ImageFiles.size(out.resolve("new/drawing.png")));
  }

  @Test
  void resumeKnowsTheSize() {
    Path large = out.resolve("large.png");
    assertEquals(0, upscale("photo.jpg", large, "--by 2.5").code());
    assertTrue(upscale("photo.jpg", large, "--by 2.5 --resume").out().contains("1 were there"));
    assertTrue(upscale("photo.jpg", large, "--by 3 --resume").out().contains("0 were there"));
    assertTrue(
        upscale("photo.jpg", large, "--by 3 --model clean --resume")
            .out()
            .contains("0 were there"));
  }

  @ParameterizedTest
  @CsvSource({
    "--to 20x20, larger than what it is to become",
    "--by 17, more than two passes",
    "--by 0.5, makes images smaller",
    "--by 2 --width 100, mutually exclusive",
    "--by 2 --scale 2, give the size alone",
    "--channels 8, give it as --weights",
    "--model sharp, sharp"
  })
  void whatCannotBeIsToldInASentence(String option, String words) throws IOException {
    Path large = out.resolve("large.png");
    CommandLineRun run = upscale("photo.jpg", large, option);
    assertTrue(run.code() != 0);
    assertTrue(run.err().contains(words), run.err());
    assertFalse(Files.exists(large));
  }

  @Test
  void aNetworkWithoutItsWeightsIsTold() {
    CommandLineRun run =
        CommandLineRun.of(
            "upscale",
            "oisr-lf-s",
            images.resolve("photo.jpg").toString(),
            "--out",
            out.resolve("x.png").toString());
    assertEquals(1, run.code());
    assertTrue(run.err().contains("The weights of oisr-lf-s are missing: give --weights FILE"));
  }

  private static CommandLineRun upscale(String image, Path to, String options) {
    List<String> args =
        new ArrayList<>(
            List.of("upscale", images.resolve(image).toString(), "--out", to.toString()));
    if (!options.isEmpty()) {
      args.addAll(Arrays.asList(options.split(" ", -1)));
    }
    return CommandLineRun.of(args.toArray(String[]::new));
  }
}
