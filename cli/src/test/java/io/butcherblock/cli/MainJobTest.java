package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from end to end, at the smallest size that means something. */
class MainJobTest {

  private static final int IMAGES = 12;

  @TempDir private static Path images;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    for (int i = 0; i < IMAGES; i++) {
      ImageFiles.write(SyntheticImages.generate(i, 64, 48), images.resolve("image" + i + ".png"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"edsr-baseline", "oisr-lf-s", "oisr-lf-s-ca", "oisr-rk2-s", "oisr-rk3"})
  void aNetworkOfEachSchemeIsTrainedEvaluatedAndUsed(String network) throws IOException {
    Path run = out.resolve("run");
    CommandLineRun train = train(network, run, "--steps", "4");
    assertEquals(0, train.code(), train.err());
    Path weights = run.resolve("weights.safetensors");
    for (String file : new String[] {"log.jsonl", "run.json", "curves.png", "best.safetensors"}) {
      assertTrue(Files.size(run.resolve(file)) > 0, file);
    }

    // Four steps are too few, and that is said.
    assertTrue(train.out().contains("Best validation: PSNR "), train.out());
    assertTrue(train.out().contains("On the validation images the network is "), train.out());
    assertTrue(train.out().contains("dB below bicubic"), train.out());
    assertTrue(train.out().contains("Enlarge with it: "), train.out());

    // The size of the network is read from the weights.
    Path json = out.resolve("figures.json");
    CommandLineRun eval =
        CommandLineRun.of(
            "eval",
            network,
            "--weights",
            weights.toString(),
            "--data",
            images.toString(),
            "--json",
            json.toString());
    assertEquals(0, eval.code(), eval.err());
    assertTrue(eval.out().contains("benchmark protocol: Y, 2 px shaved (the scale)"), eval.out());
    assertTrue(eval.out().contains("grey images stacked to RGB"), eval.out());
    assertTrue(eval.out().contains("dB below bicubic"), eval.out());
    assertTrue(
        eval.out().lines().anyMatch(l -> l.matches("mean of 12 +\\d+\\.\\d{4} +-?\\d\\.\\d{5} .*")),
        eval.out());
    JsonNode evaluation = new ObjectMapper().readTree(json.toFile()).get(0);
    assertEquals(network, evaluation.get("network").asText());
    assertEquals(weights.toString(), evaluation.get("weights_file").asText());
    NetworkSize size = NetworkSize.of(WeightsInfo.read(weights).spec(Catalogue.onClassPath()), 2);
    assertEquals(size.parameters(), evaluation.get("parameters").asLong());
    assertEquals(size.macs(), evaluation.get("macs").asLong());
    assertEquals(2, evaluation.get("scale").asInt());
    assertEquals(
        "benchmark protocol: Y, 2 px shaved (the scale)", evaluation.get("protocol").asText());
    assertEquals("grey images stacked to RGB", evaluation.get("grey").asText());
    assertEquals(IMAGES, evaluation.get("images").size());
    for (String figure : new String[] {"psnr", "ssim", "bicubic_psnr", "bicubic_ssim"}) {
      assertTrue(evaluation.get("mean").get(figure).isNumber(), figure);
    }

    Path large = out.resolve("large.png");
    CommandLineRun upscale =
        CommandLineRun.of(
            "upscale",
            network,
            "--weights",
            weights.toString(),
            images.resolve("image3.png").toString(),
            "--out",
            large.toString());
    assertEquals(0, upscale.code(), upscale.err());
    assertEquals(128, ImageFiles.read(large).width());
  }

  /** The library picks its convolution by the size of a tile: the last bits of a float differ. */
  @Test
  void afolderIsUpscaledTileByTileAsWhole() {
    Path run = out.resolve("run");
    assertEquals(0, train("oisr-lf-s", run, "--steps", "2").code());
    String weights = run.resolve("weights.safetensors").toString();
    String in = images.toString();
    Path whole = out.resolve("whole");
    Path tiled = out.resolve("tiled");
    assertEquals(0, upscale(weights, in, whole, "--tile", "1000").code());
    assertEquals(0, upscale(weights, in, tiled, "--tile", "20").code());
    for (Path image : ImageFiles.list(images)) {
      String name = image.getFileName().toString();
      assertEqualButForRounding(
          ImageFiles.read(whole.resolve(name)), ImageFiles.read(tiled.resolve(name)));
    }
  }

  /** Samples may round to the next of 256 values, one in a thousand of them. */
  private static void assertEqualButForRounding(Image expected, Image actual) {
    assertEquals(expected.width(), actual.width());
    byte[] x = expected.samples();
    byte[] y = actual.samples();
    assertEquals(x.length, y.length);
    int different = 0;
    for (int i = 0; i < x.length; i++) {
      int difference = Math.abs((x[i] & 0xff) - (y[i] & 0xff));
      assertTrue(difference <= 1, "sample " + i + " differs by " + difference);
      different += difference;
    }
    assertTrue(different <= x.length / 1000, different + " of " + x.length + " samples differ");
  }

  @Test
  void scoreAgreesWithEval() throws IOException {
    Path hr = images.resolve("image1.png");
    Path sr = out.resolve("sr.png");
    Image original = ImageFiles.read(hr);
    ImageFiles.write(BicubicResize.upscale(BicubicResize.downscale(original, 2), 2), sr);
    Path run = out.resolve("run");
    assertEquals(0, train("oisr-lf-s", run, "--steps", "1").code());
    Path json = out.resolve("figures.json");
    CommandLineRun.of(
        "eval",
        "oisr-lf-s",
        "--weights",
        run.resolve("weights.safetensors").toString(),
        "--data",
        images.toString(),
        "--json",
        json.toString());
    double bicubic =
        new ObjectMapper().readTree(json.toFile()).at("/0/images/1/bicubic_psnr").asDouble();
    assertEquals(
        "image1", new ObjectMapper().readTree(json.toFile()).at("/0/images/1/name").asText());
    CommandLineRun score = CommandLineRun.of("score", sr.toString(), hr.toString(), "--shave", "2");
    assertTrue(
        score.out().contains(String.format(java.util.Locale.ROOT, "%.4f", bicubic)), score.out());
  }

  @Test
  void aRunIsResumedToMoreSteps() {
    Path run = out.resolve("run");
    assertEquals(0, train("oisr-rk2-s", run, "--steps", "2").code());
    CommandLineRun again = train("oisr-rk2-s", run, "--steps", "2");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("--resume"), again.err());
    CommandLineRun resumed = train("oisr-rk2-s", run, "--steps", "5", "--resume");
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains("resuming at step 2"), resumed.out());
    assertTrue(resumed.out().contains("Done: 5 steps"), resumed.out());
    Path picture = out.resolve("both.png");
    CommandLineRun curves =
        CommandLineRun.of("curves", run.toString(), "--out", picture.toString());
    assertEquals(0, curves.code(), curves.err());
    assertEquals(1600, ImageFiles.read(picture).width());
  }

  @Test
  void schemeAndVectorFieldCanBeChosen() {
    Path run = out.resolve("run");
    CommandLineRun train =
        train(
            "oisr-lf-s",
            run,
            "--steps",
            "1",
            "--scheme",
            "heun",
            "--vector-field",
            "gv3",
            "--coefficients",
            "frozen");
    assertEquals(0, train.code(), train.err());
    CommandLineRun eval =
        CommandLineRun.of(
            "eval",
            "oisr-lf-s",
            "--weights",
            run.resolve("weights.safetensors").toString(),
            "--data",
            images.toString());
    assertEquals(0, eval.code(), eval.err());
  }

  private static CommandLineRun upscale(String weights, String in, Path to, String... more) {
    String[] args = {"upscale", "oisr-lf-s", "--weights", weights, in, "--out", to.toString()};
    return CommandLineRun.of(concat(args, more));
  }

  private static CommandLineRun train(String network, Path run, String... more) {
    String[] args = {
      "train",
      network,
      "--scale",
      "2",
      "--blocks",
      "1",
      "--channels",
      "4",
      "--patch",
      "8",
      "--batch",
      "2",
      "--data",
      images.toString(),
      "--out",
      run.toString()
    };
    return CommandLineRun.of(concat(args, more));
  }

  private static String[] concat(String[] first, String[] second) {
    String[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
