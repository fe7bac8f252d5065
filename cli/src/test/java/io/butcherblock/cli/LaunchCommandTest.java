package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arguments of {@code launch}, and those of the command that it starts. */
class LaunchCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "launch train oisr-lf-s --processes 2 --scale 2| --processes is launch's own: write it"
            + " before the command, as in 'launch --processes 2 train ...'.",
        "launch --processes 2 eval clean-x2 --processes=3| --processes is launch's own: write it"
            + " before the command, as in 'launch --processes 2 eval ...'.",
        "launch --processes 2 --scale 2 train oisr-lf-s"
            + "| --scale is an option of train: write it behind that name.",
        "launch --processes 2 --scal 2 train oisr-lf-s | There is no option '--scal'.",
        "launch --processes 2 trian oisr-lf-s"
            + "| launch starts one of train, upscale, eval, not 'trian'; did you mean train?",
        "launch --processes 2 ablate"
            + "| launch starts one of train, upscale, eval, not 'ablate'; other commands run in one"
            + " process.",
        "launch 2 train | Missing required option: '--processes=N'."
      })
  void whatIsOnTheWrongSideOfTheNameIsTold(String line, String sentence) {
    CommandLineRun run = CommandLineRun.of(line.split(" ", -1));
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: " + sentence + " See 'butcherblock launch --help'.", run.err().strip());
  }

  /** Each would load LibTorch, before the first could tell that they do not fit. */
  @Test
  void noMoreProcessesAreStartedThanThereAreProcessorsFor() {
    int most = Math.max(8, Runtime.getRuntime().availableProcessors());
    CommandLineRun run =
        CommandLineRun.of("launch", "--processes", "" + (most + 1), "eval", "--no-such-option");
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: --processes %s is more than this machine has processors for; %s at most are started here. See 'butcherblock launch --help'."
            .formatted(most + 1, most),
        run.err().strip());
  }

  @Test
  void quietIsPassedOn() throws Exception {
    SyntheticFolder.write(folder.resolve("data"), 2, 32, 32);
    Path output = folder.resolve("output");
    List<String> line =
        List.of(
            "launch",
            "--processes",
            "1",
            "--quiet",
            "eval",
            "clean-x2",
            "--data",
            folder.resolve("data").toString());
    Process process = MainProcess.start(output, Map.of(), line);
    assertEquals(0, MainProcess.ended(process));
    String told = Files.readString(output);
    assertTrue(told.contains("PSNR"), told);
    assertFalse(told.contains("images/s"), told);
  }
}
