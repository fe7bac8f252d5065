package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of runs and ablations where something else is expected. */
class MeantRunsTest {

  @TempDir private Path folder;
  private Path ablation;
  private Path run;

  @BeforeEach
  void makeRuns() throws IOException {
    ablation = folder.resolve("ab");
    for (String each : new String[] {"euler/gv2/seed1", "euler/gv2/seed2", "heun/gv2/seed1"}) {
      Path made = Files.createDirectories(ablation.resolve("runs").resolve(each));
      Files.writeString(made.resolve("run.json"), "{}");
      Files.writeString(made.resolve("weights.safetensors"), "");
    }
    run = ablation.resolve("runs/euler/gv2/seed2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect FOLDER",
        "eval --weights=FOLDER --data .",
        "export --format onnx --out a.onnx --weights FOLDER"
      })
  void aFolderInPlaceOfWeightsNamesThem(String command) {
    assertTold(
        run + " is a folder; name a file of weights in it: " + run.resolve("weights.safetensors."),
        command.replace("FOLDER", run.toString()));
    assertTold(
        ablation
            + " is a folder; name a file of weights in it: "
            + ablation.resolve("runs/euler/gv2/seed1/weights.safetensors, ")
            + run.resolve("weights.safetensors, "),
        command.replace("FOLDER", ablation.toString()));
  }

  @Test
  void theFolderOfAnAblationNamesItsRuns() throws IOException {
    String euler = ablation.resolve("runs/euler/gv2/seed1").toString();
    String curves = "curves --out " + folder.resolve("c.png") + " ";
    assertTold(
        ablation + " is a folder of runs; name those that are meant: " + euler + ", " + run + ", ",
        curves + ablation);
    Files.createDirectories(ablation.resolve("runs/kutta3/gv2/seed1"));
    Files.writeString(ablation.resolve("runs/kutta3/gv2/seed1/run.json"), "{}");
    assertTold("seed1 and 1 more.", curves + ablation);
  }

  @Test
  void aRunInPlaceOfANetworkNamesItsWeights() throws IOException {
    Path weights = run.resolve("weights.safetensors");
    assertTold(
        run + " is the folder of a run, give the weights in it: --weights " + weights + ".",
        "eval " + run + " --data .");
    assertTold(
        weights + " is a file; give it as --weights " + weights + ".",
        "eval " + weights + " --data .");
    String train = "train --scale 2 --data . --out " + folder.resolve("new") + " ";
    assertTold(
        "There is no network " + run + "; that is the folder of a run, whose weights are ",
        train + run);
    Files.writeString(run.resolve("best.safetensors"), "");
    assertTold("--weights " + run.resolve("best.safetensors."), "eval " + run + " --data .");
    Files.delete(weights);
    Files.delete(run.resolve("best.safetensors"));
    assertTold(
        run + " is the folder of a run, in which no weights are yet.", "eval " + run + " --data .");
  }

  @Test
  void aFileOfARunNamesItsFolder() {
    Path weights = run.resolve("weights.safetensors");
    assertTold(
        weights + " is a file of a run; name the folder of the run, " + run + ".",
        "curves --out " + folder.resolve("c.png") + " " + weights);
  }

  private static void assertTold(String sentence, String command) {
    CommandLineRun told = CommandLineRun.of(command.split(" ", -1));
    assertTrue(told.code() != 0 && told.err().contains(sentence), told.err());
    assertEquals(1, told.err().lines().count(), told.err());
  }
}
