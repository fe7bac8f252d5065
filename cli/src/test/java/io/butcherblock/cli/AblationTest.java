package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.ablation.Candidate;
import io.butcherblock.ablation.EqualCompute;
import io.butcherblock.ablation.Pairings;
import io.butcherblock.files.FolderLock;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.paper.PaperTable;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code ablate} with the schemes of the paper, at the smallest size. */
class AblationTest {

  @TempDir private static Path images;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    for (int i = 0; i < 12; i++) {
      ImageFiles.write(SyntheticImages.generate(i, 64, 48), images.resolve("train/" + i + ".png"));
    }
    for (int i = 0; i < 2; i++) {
      ImageFiles.write(
          SyntheticImages.generate(100 + i, 48, 48), images.resolve("few/" + i + ".png"));
      ImageFiles.write(
          SyntheticImages.generate(200 + i, 48, 48), images.resolve("more/" + i + ".png"));
    }
  }

  /** As the paper's own, of 16, 8 and 4 blocks compared with EDSR's 16 of 64 channels. */
  @Test
  void networksOfTable1CostTheSame() {
    List<Candidate> table =
        EqualCompute.of(PaperTable.PAPER1.networks(Catalogue.onClassPath()), 16, 64, 2);
    assertEquals(
        List.of(
            "euler g-edsr 16 x 64",
            "leapfrog gv1 8 x 64",
            "leapfrog gv2 8 x 64",
            "leapfrog gv3 4 x 64",
            "heun gv1 16 x 64",
            "heun gv2 16 x 64",
            "heun gv3 8 x 64"),
        table.stream().map(each -> each.title() + " " + each.shape()).toList());
    assertTrue(table.stream().allMatch(each -> each.cost() == 1));
  }

  @Test
  void networksOfTheSupplementAreThoseOfThePaper() {
    Catalogue catalogue = Catalogue.onClassPath();
    for (Candidate each : EqualCompute.of(PaperTable.SUPPLEMENT1.networks(catalogue), 16, 64, 3)) {
      NetworkSpec declared = catalogue.networks().get(each.spec().name());
      assertSame(declared.scheme(), each.spec().scheme());
      assertEquals(declared.vectorField().name(), each.spec().vectorField().name());
      assertEquals(declared.blocks(), each.spec().blocks());
    }
  }

  @Test
  void allSchemesBeginWithTheCheapest() {
    List<OdeScheme> schemes = Pairings.allSchemes(Catalogue.onClassPath());
    assertEquals(Catalogue.onClassPath().schemes().size(), schemes.size());
    assertEquals("euler", schemes.get(0).facts().name());
  }

  @Test
  void anAblationIsRunOnceAndReportedAgain() throws IOException {
    CommandLineRun first = ablate("--seeds", "2");
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("With 2 seeds nothing can be said"), first.out());
    assertTrue(first.out().contains("(Y, 2 px shaved)"), first.out());
    assertTrue(first.err().contains("16/16 steps"), first.err());
    JsonNode report = new JsonMapper().readTree(out.resolve("a/report.json").toFile());
    assertEquals(2, report.get("candidates").size());
    assertEquals(4, report.get("steps").asInt());
    JsonNode best = report.at("/candidates/0");
    assertEquals(2, best.get("runs").size());
    double mean =
        (best.at("/tests/few/psnr/mean").asDouble() + best.at("/tests/more/psnr/mean").asDouble())
            / 2;
    assertEquals(mean, best.at("/psnr/mean").asDouble(), 1e-9);
    assertTrue(mean >= report.at("/candidates/1/psnr/mean").asDouble());
    assertEquals(11, report.get("training_images").asInt());
    assertEquals(1, report.get("validation_images").asInt());
    String page = Files.readString(out.resolve("a/report.html"));
    assertTrue(
        page.contains("(12 images); 1 was held out to validate on. Tested on few (2 images)"));
    assertTrue(page.contains("<svg "));
    assertFalse(page.contains("http://") || page.contains("https://"), "the page fetches nothing");
    assertTrue(Files.readString(out.resolve("a/report.md")).contains("| few PSNR |"));

    // Nothing is trained again, and the figures are the same.
    List<FileTime> weights = timesOfWeights();
    Files.delete(out.resolve("a/report.md"));
    CommandLineRun again = ablate("--seeds", "2");
    assertEquals(0, again.code(), again.err());
    assertEquals(first.out(), again.out());
    assertEquals(weights, timesOfWeights());
    assertTrue(Files.exists(out.resolve("a/report.md")));

    CommandLineRun other = ablate("--seeds", "2", "--precision", "bf16");
    assertEquals(1, other.code());
    assertTrue(other.err().contains("was begun with --precision fp32, not bf16"), other.err());
  }

  @Test
  void anAblationHasOneWriter() {
    try (FolderLock other = FolderLock.take(out.resolve("a"), "ablation")) {
      assertTrue(other.isExclusive());
      CommandLineRun refused = ablate("--seeds", "1");
      assertEquals(1, refused.code());
      assertTrue(
          refused.err().contains("Another ablation writes to " + out.resolve("a") + " now"),
          refused.err());
    }
    assertFalse(Files.exists(out.resolve("a/plan.json")));
  }

  @Test
  void seedsCanBeAddedLater() throws IOException {
    assertEquals(0, ablate("--seeds", "1").code());
    List<FileTime> before = timesOfWeights();
    CommandLineRun more = ablate("--seeds", "3");
    assertEquals(0, more.code(), more.err());
    assertTrue(more.err().contains("24/24 steps"), more.err());
    JsonNode report = new JsonMapper().readTree(out.resolve("a/report.json").toFile());
    assertEquals(3, report.at("/candidates/0/runs").size());
    assertEquals(1, report.get("comparisons").size());
    assertEquals(before.size() * 3, timesOfWeights().size());
    assertTrue(timesOfWeights().containsAll(before), "the first runs are not trained again");
  }

  @Test
  void severalScalesGetATableEach() throws IOException {
    CommandLineRun run = ablate("--seeds", "1", "--scale", "2,3", "--precision", "bf16");
    assertEquals(0, run.code(), run.err());
    for (int scale : new int[] {2, 3}) {
      JsonNode report =
          new JsonMapper().readTree(out.resolve("a/x" + scale + "/report.json").toFile());
      assertEquals(scale, report.get("scale").asInt());
      assertEquals("bf16", report.get("precision").asText());
      assertTrue(run.out().contains("Scale x" + scale + ":"), run.out());
    }
    JsonNode description =
        new JsonMapper().readTree(out.resolve("a/x3/runs/heun/gv2/seed1/run.json").toFile());
    assertEquals("bf16", description.at("/training/precision").asText());
  }

  /** Those of the second scale too, which begins when the first one is done. */
  @Test
  void filesOfOthersAreToldBeforeTheFirstRun() throws IOException {
    Path theirs = out.resolve("a/x3/curves.png");
    Files.createDirectories(theirs.getParent());
    Files.writeString(theirs, "mine");
    CommandLineRun run = ablate("--seeds", "1", "--scale", "2,3");
    assertEquals(1, run.code());
    assertTrue(run.err().contains(theirs + " would be written over by the ablation"), run.err());
    assertEquals("mine", Files.readString(theirs));
    assertFalse(Files.exists(out.resolve("a/x2")));
  }

  /** A run that was stopped before its end has no result; it resumes from its saved state. */
  @Test
  void aRunWithoutAResultGoesOn() throws IOException {
    assertEquals(0, ablate("--seeds", "1").code());
    Path run = out.resolve("a/runs/heun/gv2/seed1");
    String result = Files.readString(run.resolve("result.json"));
    Files.delete(run.resolve("result.json"));
    FileTime trained = Files.getLastModifiedTime(run.resolve("weights.safetensors"));
    assertEquals(0, ablate("--seeds", "1").code());
    assertEquals(result, Files.readString(run.resolve("result.json")));
    assertEquals(trained, Files.getLastModifiedTime(run.resolve("weights.safetensors")));
  }

  /** Weights of a run are used under the name of a declared network. */
  @Test
  void theWeightsOfARunCanBeUsed() {
    assertEquals(0, ablate("--seeds", "1").code());
    CommandLineRun eval =
        CommandLineRun.of(
            "eval",
            "oisr-rk2-s",
            "--weights",
            out.resolve("a/runs/heun/gv2/seed1/weights.safetensors").toString(),
            "--data",
            images.resolve("few").toString());
    assertEquals(0, eval.code(), eval.err());
  }

  @Test
  void syntheticImagesAreTheDefault() {
    CommandLineRun run =
        CommandLineRun.of(
            words(
                "ablate --schemes euler,heun --blocks 1 --channels 2 --seeds 1 --patch 8 --batch 1"
                    + " --steps 1 --device cpu --out "
                    + out.resolve("b")));
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out().contains("Training on 96 synthetic images, testing on synthetic (12 images)."),
        run.out());
  }

  /** Euler's method has no coefficient to train, and Heun's no free parameter. */
  @Test
  void kindsOfCoefficientsAreComparedInOneTable() throws IOException {
    CommandLineRun run = ablate("--seeds", "1", "--coefficients", "trainable,frozen,family");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("heun (frozen)"), run.out());
    assertTrue(run.err().contains("3/3 heun gv2 frozen seed 1"), run.err());
    JsonNode report = new JsonMapper().readTree(out.resolve("a/report.json").toFile());
    assertEquals(
        List.of("euler trainable", "heun frozen", "heun trainable"),
        report
            .get("candidates")
            .valueStream()
            .map(each -> each.get("scheme").asText() + " " + each.get("coefficients").asText())
            .sorted()
            .toList());
    Path frozen = out.resolve("a/runs/heun/gv2/frozen/seed1/run.json");
    assertEquals(
        "frozen", new JsonMapper().readTree(frozen.toFile()).at("/network/coefficients").asText());
  }

  /** Both are leapfrog with gv2, so that scheme and vector field would not tell them apart. */
  @Test
  void declaredNetworksGoByTheirNamesAndKeepTheirSharing() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            words(
                "ablate --networks oisr-lf-s,oisr-lf-r-s,oisr-lf-s --blocks 2 --channels 4"
                    + " --patch 8 --batch 2 --steps 2 --seeds 1 --device cpu --data %s --test %s"
                        .formatted(images.resolve("train"), images.resolve("few"))
                    + " --out "
                    + out.resolve("a")));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("network "), run.out());
    assertTrue(run.err().contains("2/2 oisr-lf-r-s seed 1"), run.err());
    JsonNode report = new JsonMapper().readTree(out.resolve("a/report.json").toFile());
    assertEquals(2, report.get("candidates").size());
    Map<String, Long> parameters = new HashMap<>();
    for (JsonNode each : report.get("candidates")) {
      assertEquals(1, each.get("cost").asDouble());
      parameters.put(each.get("network").asText(), each.get("parameters").asLong());
    }
    assertTrue(parameters.get("oisr-lf-r-s") < parameters.get("oisr-lf-s"));
    Path weights = out.resolve("a/runs/oisr-lf-r-s/seed1/weights.safetensors");
    assertEquals(Optional.of("oisr-lf-r-s"), WeightsInfo.read(weights).network());
  }

  @Test
  void aSchemeWithoutFreeParametersIsNoFamily() {
    CommandLineRun run = ablate("--seeds", "1", "--coefficients", "family");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("The scheme euler has no free parameters to train."), run.err());
  }

  @Test
  void aNetworkThatCostsTooMuchIsToldBeforeAnythingIsTrained() {
    CommandLineRun run =
        CommandLineRun.of(
            words("ablate --schemes euler,gragg10 --blocks 2 --scale 2 --data x --out x"));
    assertEquals(1, run.code());
    assertTrue(
        run.out().contains("A single block of gragg10 gv2 costs more than twice"), run.out());
  }

  private List<FileTime> timesOfWeights() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(file -> file.endsWith("weights.safetensors"))
          .sorted()
          .map(AblationTest::time)
          .toList();
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void networksForDegradedImagesAreTestedOnSuchAndTheTableSaysIt() throws IOException {
    CommandLineRun photo = ablate("--seeds", "1", "--degrade", "photo");
    assertEquals(0, photo.code(), photo.err());
    JsonNode report = new JsonMapper().readTree(out.resolve("a/report.json").toFile());
    String trainedOn = report.get("trained_on").asText();
    assertTrue(trainedOn.endsWith(", LR patches degraded (photo)"), trainedOn);
    assertEquals("few (JPEG 75)", report.at("/test_sets/0/name").asText());
    assertTrue(photo.out().contains("more (JPEG 75) PSNR"), photo.out());
    CommandLineRun clean = ablate("--seeds", "1");
    assertEquals(1, clean.code());
    assertTrue(clean.err().contains("LR patches degraded (photo), not "), clean.err());
  }

  private CommandLineRun ablate(String... more) {
    String[] args =
        words(
            "ablate --schemes euler,heun --vector-fields gv2 --blocks 2 --channels 4 --patch 8"
                + " --batch 2 --steps 4 --device cpu --data %s --test %s --test %s --out %s"
                    .formatted(
                        images.resolve("train"),
                        images.resolve("few"),
                        images.resolve("more"),
                        out.resolve("a")));
    return CommandLineRun.of(
        Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
  }

  private static String[] words(String command) {
    return command.split(" ", -1);
  }
}
