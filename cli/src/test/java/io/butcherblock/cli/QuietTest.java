package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code --quiet} there are results and errors, and nothing else. */
class QuietTest {

  private static final String TRAIN =
      "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1"
          + " --data {}/d --out {}/";

  @TempDir private static Path folder;

  @BeforeAll
  static void train() throws IOException {
    for (int i = 0; i < 2; i++) {
      ImageFiles.write(SyntheticImages.generate(i, 32, 32), folder.resolve("d/" + i + ".png"));
    }
    // Left out, which is a note.
    Files.writeString(folder.resolve("d/list.txt"), "0.png");
    CommandLineRun run = run(TRAIN + "run");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Recipe:"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upscale oisr-lf-s --weights {}/run/weights.safetensors {}/d --out {}/large",
        "resize {}/d --scale 1/2 --out {}/small",
        "eval oisr-lf-s --weights {}/run/weights.safetensors --data {}/d --report {}/page.html",
        "synthesize --images 2 --size 32 --out {}/synthetic",
        "score {}/d {}/d",
        TRAIN + "quiet",
        "schemes",
        "networks"
      })
  void standardErrorIsEmptyAndResultsStay(String command) {
    CommandLineRun quiet = run(command + " --quiet");
    assertEquals(0, quiet.code(), quiet.err());
    assertEquals("", quiet.err());
    assertFalse(quiet.out().isBlank());
    assertFalse(quiet.out().contains("Recipe:"), quiet.out());
    // No command that could be typed next.
    assertFalse(quiet.out().contains("butcherblock "), quiet.out());
  }

  @ParameterizedTest
  @CsvSource({
    "schemes, order: of a chain of blocks",
    "schemes --measures, real/ev: the real interval",
    "networks, Next:",
    "networks, takes the one that suits"
  })
  void tablesHaveNoLegendsAndProposeNothing(String command, String remark) {
    CommandLineRun loud = run(command);
    CommandLineRun quiet = run(command + " --quiet");
    assertTrue(loud.out().contains(remark), loud.out());
    assertFalse(quiet.out().contains(remark), quiet.out());
    assertTrue(quiet.out().contains("oisr-lf") || quiet.out().contains("leapfrog"), quiet.out());
  }

  @Test
  void notesAreThoseThatAreLeftOut() {
    String command = "resize {}/d --scale 1/2 --out {}/small";
    assertTrue(run(command).err().contains("Left out 1 file"));
    assertEquals("", run("--quiet " + command).err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resize {}/torn --scale 1/2 --out {}/small",
        "upscale oisr-lf-s --weights {}/run/weights.safetensors {}/torn --out {}/large"
      })
  void whatFailsIsTold(String command) throws IOException {
    byte[] image = Files.readAllBytes(folder.resolve("d/0.png"));
    Path torn = Files.createDirectories(folder.resolve("torn"));
    Files.write(torn.resolve("good.png"), image);
    Files.write(torn.resolve("torn.png"), Arrays.copyOf(image, image.length / 2));
    Files.write(torn.resolve("worse.png"), Arrays.copyOf(image, image.length / 3));
    CommandLineRun run = run(command + " --quiet");
    assertEquals(1, run.code());
    assertEquals(3, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("torn.png: "), run.err());
    assertTrue(run.err().contains("2 of 3 images could not be"), run.err());
  }

  @Test
  void wrongUsageIsTold() {
    CommandLineRun run = run("paper-table --quiet --data {}/d");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--weights and --data are both needed"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet schemes --verbose", "schemes --quiet --verbose"})
  void quietAndVerboseExcludeEachOther(String command) {
    CommandLineRun run = run(command);
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("--quiet and --verbose"), run.err());
    assertEquals("", run.out());
  }

  private static CommandLineRun run(String command) {
    return CommandLineRun.of(
        Stream.of(command.split(" "))
            .map(word -> word.replace("{}", folder.toString()))
            .toArray(String[]::new));
  }
}
