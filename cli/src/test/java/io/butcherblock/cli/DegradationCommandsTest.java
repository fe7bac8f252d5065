package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks for degraded images, from the training to the table. */
class DegradationCommandsTest {

  @TempDir private static Path images;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    SyntheticFolder.write(images, 10, 64, 48);
  }

  private CommandLineRun train(String run, String... more) {
    List<String> args = new ArrayList<>();
    String common =
        "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 2 --schedule halving"
            + " --threads 1";
    args.addAll(List.of(common.split(" ")));
    args.addAll(List.of("--data", images.toString(), "--out", out.resolve(run).toString()));
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private Path weights(String run) {
    return out.resolve(run).resolve("weights.safetensors");
  }

  @Test
  void allThatIsWrittenSaysWhatANetworkIsTrainedFor() throws IOException {
    CommandLineRun train = train("photo", "--steps", "3", "--degrade", "photo");
    assertEquals(0, train.code(), train.err());
    assertTrue(train.out().contains("their LR patches degraded (photo)"), train.out());
    assertTrue(
        train.out().contains("validated on 1, their LR images through JPEG of quality 75, 4:2:0;"),
        train.out());
    assertTrue(train.out().contains("Recipe: short, but for "), train.out());
    assertTrue(train.out().contains("  degradation   photo"), train.out());
    assertEquals(Optional.of("photo"), WeightsInfo.read(weights("photo")).degradation());
    List<String> log = Files.readAllLines(out.resolve("photo").resolve("log.jsonl"));
    assertTrue(log.get(0).contains("\"degradation\":\"photo\""), log.get(0));
    assertTrue(
        String.join("", log).contains("\"validation_degradation\":\"JPEG of quality 75, 4:2:0\""));
    CommandLineRun inspect = CommandLineRun.of("inspect", weights("photo").toString());
    assertTrue(inspect.out().contains("  degradation   photo"), inspect.out());
    Path copy = out.resolve("copy.safetensors");
    CommandLineRun imported =
        CommandLineRun.of(
            "import", "oisr-lf-s", weights("photo").toString(), "--out", copy.toString());
    assertEquals(0, imported.code(), imported.err());
    assertEquals(WeightsInfo.read(weights("photo")), WeightsInfo.read(copy));

    Path json = out.resolve("figures.json");
    CommandLineRun eval =
        CommandLineRun.of(
            "eval",
            "--weights",
            weights("photo").toString(),
            "--data",
            images.toString(),
            "--jpeg-quality",
            "50,90",
            "--json",
            json.toString());
    assertEquals(0, eval.code(), eval.err());
    String name = images.getFileName().toString();
    assertTrue(
        eval.out().contains("oisr-lf-s x2, trained for photo, on " + name + System.lineSeparator()),
        eval.out());
    assertTrue(eval.out().contains(name + ", LR images through JPEG of quality 50, 4:2:0"));
    assertTrue(
        eval.out()
            .lines()
            .anyMatch(line -> line.matches(".* JPEG of quality 90, 4:2:0 +\\d+\\.\\d\\d .*")),
        eval.out());
    JsonNode all = new ObjectMapper().readTree(json.toFile());
    assertEquals(3, all.size());
    assertEquals("photo", all.get(0).get("trained_for").asText());
    assertFalse(all.get(0).has("low_resolution_images"));
    assertEquals(
        "through JPEG of quality 50, 4:2:0", all.get(1).get("low_resolution_images").asText());
    double clean = bicubic(all, 0);
    double coarse = bicubic(all, 1);
    double fine = bicubic(all, 2);
    assertTrue(coarse < fine && fine < clean, coarse + ", " + fine + ", " + clean);
  }

  private static double bicubic(JsonNode all, int number) {
    return all.get(number).get("mean").get("bicubic_psnr").asDouble();
  }

  @Test
  void aRunIsResumedToTheSameBitsAndWithTheSameDegradationOnly() throws IOException {
    assertEquals(0, train("whole", "--steps", "5", "--degrade", "photo").code());
    assertEquals(0, train("parts", "--steps", "2", "--degrade", "photo").code());
    CommandLineRun other = train("parts", "--steps", "5", "--degrade", "jpeg", "--resume");
    assertEquals(1, other.code());
    assertTrue(
        other.err().contains("was begun with --degrade photo, not jpeg; give the same, or another"),
        other.err());
    CommandLineRun none = train("parts", "--steps", "5", "--resume");
    assertTrue(none.err().contains("was begun with --degrade photo, not clean;"), none.err());
    CommandLineRun same = train("parts", "--steps", "5", "--degrade", "photo", "--resume");
    assertEquals(0, same.code(), same.err());
    assertArrayEquals(Files.readAllBytes(weights("whole")), Files.readAllBytes(weights("parts")));
  }

  @Test
  void nothingIsNotedOfCleanImages() throws IOException {
    CommandLineRun train = train("clean", "--steps", "2");
    assertEquals(0, train.code(), train.err());
    assertFalse(train.out().contains("through JPEG"), train.out());
    assertEquals(Optional.empty(), WeightsInfo.read(weights("clean")).degradation());
    // A run from before there was a choice does not say that it was of clean images.
    Path description = out.resolve("clean").resolve("run.json");
    Files.writeString(
        description,
        Files.readString(description).replaceAll("\"degradation\" *: *\"\\w+\",?", ""));
    CommandLineRun photo = train("clean", "--steps", "3", "--resume", "--degrade", "photo");
    assertTrue(photo.err().contains("was begun with --degrade clean, not photo;"), photo.err());
    assertEquals(0, train("clean", "--steps", "3", "--resume").code());
  }

  @Test
  void wrongValuesAreToldInASentence() {
    CommandLineRun train = train("none", "--degrade", "film");
    assertEquals(2, train.code());
    assertTrue(train.err().contains("--degrade"), train.err());
    assertTrue(
        train.err().contains("expected one of [clean, jpeg, photo] but was 'film'"), train.err());
    CommandLineRun eval =
        CommandLineRun.of(
            "eval", "oisr-lf-s", "--weights", "w", "--data", "d", "--jpeg-quality", "50,101");
    assertEquals(2, eval.code());
    assertTrue(
        eval.err().contains("'101' is not a quality of JPEG, a whole number from 1 to 100"),
        eval.err());
  }
}
