package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.files.Json;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
  @TempDir private static Path others;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() throws IOException {
    Image image = SyntheticImages.generate(1, WIDTH, HEIGHT);
    ImageFiles.write(image, images.resolve("photo.jpg"));
    ImageFiles.write(image, images.resolve("drawing.png"));
    try (InputStream model =
        ModelCatalogue.onClassPath().model("clean-x2").weights().openStream()) {
      Files.copy(model, others.resolve("clean.safetensors"));
    }
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

  /** As soon as the first of two images is there. */
  @Test
  void aFolderThatIsRemovedIsNotMadeAnew() {
    Path large = out.resolve("large");
    StringWriter told = new StringWriter();
    Writer removing =
        new StringWriter() {
          @Override
          public void write(String text, int from, int length) {
            if (Files.exists(large)) {
              remove(large);
            }
          }
        };
    int code =
        Main.run(
            new PrintWriter(removing),
            new PrintWriter(told),
            "upscale",
            images.toString(),
            "--out",
            large + "/");
    assertEquals(1, code, told.toString());
    assertTrue(
        told.toString()
            .contains(
                "butcherblock: %s is no longer there: the folder was removed or moved while images were written to it."
                    .formatted(large)),
        told.toString());
    assertFalse(Files.exists(large));
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  void trainedWeightsAreEvaluatedByTheirName() throws IOException {
    String folder = images.toString();
    CommandLineRun clean = CommandLineRun.of("eval", "clean-x2", "--data", folder);
    assertEquals(0, clean.code(), clean.err());
    assertTrue(clean.out().startsWith("clean-x2: oisr-lf-s x2 on "), clean.out());
    Path json = out.resolve("figures.json");
    Path page = out.resolve("page.html");
    CommandLineRun photo =
        CommandLineRun.of(
            "eval",
            "photo-x2",
            "--data",
            folder,
            "--json",
            json.toString(),
            "--report",
            page.toString());
    assertTrue(
        photo.out().startsWith("photo-x2: oisr-lf-s x2, trained for photo, on "), photo.out());
    assertEquals("photo-x2", Json.read(json).path(0).path("weights").asText());
    assertTrue(Files.readString(page).contains("<h1>photo-x2: oisr-lf-s at x2</h1>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eval photo-x2 --data {folder} --weights {weights} | photo-x2 is the name of trained"
            + " weights, and --weights names a file of others; leave out one of the two.",
        "train photo-x2 --scale 2 --data {folder} --out {out} | There is no network photo-x2; that"
            + " is the name of trained weights, which are of the network oisr-lf-s.",
        "inspect photo-x2 --weights {weights} | that is the name of trained weights",
        "import photo-x2 {weights} --scale 2 --out {out}/x.safetensors | that is the name of"
            + " trained",
        "export photo-x2 --weights {weights} --format onnx -o {out}/x.onnx | that is the name of",
        "check --networks photo-x2 --parts parity | that is the name of trained weights",
        "paper-table --weights photo-x2={weights} --data {folder} | that is the name of trained"
      })
  void theNameOfTrainedWeightsIsNoNetwork(String command, String words) {
    CommandLineRun run = CommandLineRun.of(filled(command));
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains(words), run.err());
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
    assertTrue(upscale("photo.jpg", large, "--by 2.5 --resume").out().contains("1 was there"));
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
    "--model sharp, sharp' is none of",
    "--model clean-x3, clean-x3' is the name of trained weights; write --model clean --scale 3"
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

  @ParameterizedTest
  @CsvSource({
    "clean-x3 {photo}",
    "{photo} clean-x3",
    "clean-x3 {photo} --weights {photo}",
    "{photo} --weights clean-x3"
  })
  void theNameOfTrainedWeightsIsNoFile(String given) throws IOException {
    CommandLineRun run = upscaleInto(out.resolve("new/l3.png"), given);
    assertEquals(1, run.code(), run.out());
    assertEquals(
        "butcherblock: There is no file clean-x3; the trained weights of that name are chosen by"
            + " options: butcherblock upscale PHOTO --model clean --scale 3 --out LARGE",
        run.err().strip());
    assertNothingIsIn(out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{photo} a.png b.png | Cannot read a.png, b.png: no such files.",
        "a.png {photo} --weights none.pt | Cannot read a.png, none.pt: no such files.",
        "a.png {photo} --weights {weights} | Cannot read a.png: no such file.",
        "oisr-lf-s {photo} --weights none.pt | Cannot read none.pt: no such file.",
        "{photo} {photo} | x.png is named as an image: name a folder",
        "{folder} | x.png is named as an image: name a folder"
      })
  void missingFilesAndPlacesAreToldBeforeAnyWork(String given, String words) throws IOException {
    CommandLineRun run = upscaleInto(out.resolve("new/x.png"), given);
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains(words), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertNothingIsIn(out);
  }

  /** Those that were there before stay. */
  @Test
  void aFailureLeavesNoEmptyFolderThatItMade() throws IOException {
    Path text = out.resolve("text.png");
    Files.writeString(text, "no image");
    Path old = Files.createDirectory(out.resolve("old"));
    for (String name : List.of("old/new/", "old/new/newer/x.png", "old/")) {
      CommandLineRun run =
          CommandLineRun.of("upscale", text.toString(), "--out", out.resolve("") + "/" + name);
      assertEquals(1, run.code(), run.out());
      assertNothingIsIn(old);
    }
  }

  /** What was written before the failure stays. */
  @Test
  void aFailureKeepsWhatItMade() throws IOException {
    Path text = out.resolve("text.png");
    Files.writeString(text, "no image");
    CommandLineRun run = upscaleInto(out.resolve("new"), "{photo} " + text);
    assertEquals(1, run.code(), run.out());
    assertTrue(Files.exists(out.resolve("new/photo.png")));
  }

  private static void assertNothingIsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  private CommandLineRun upscaleInto(Path to, String given) {
    return CommandLineRun.of(filled("upscale --out " + to + " " + given));
  }

  private String[] filled(String command) {
    return command
        .replace("{photo}", images.resolve("photo.jpg").toString())
        .replace("{folder}", images.toString())
        .replace("{weights}", others.resolve("clean.safetensors").toString())
        .replace("{out}", out.toString())
        .split(" ", -1);
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
