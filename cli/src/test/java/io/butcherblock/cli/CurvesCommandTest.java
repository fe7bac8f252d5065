package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.report.CurvePlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code curves} with the log of a run that was never trained. */
class CurvesCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"--against=time, training time (s), 3, 6.5", "--against=steps, steps, 100, 200"})
  void theAxisIsTimeOrSteps(String option, String axis, double first, double second)
      throws IOException {
    Path expected = folder.resolve("expected.png");
    CurvePlot plot = new CurvePlot("Validation PSNR while training", axis, "validation PSNR (dB)");
    plot.curve("run", new double[] {first, second}, new double[] {30, 31}).write(expected);
    assertArrayEquals(Files.readAllBytes(expected), drawn(option));
  }

  @Test
  void timeIsTheDefault() throws IOException {
    assertArrayEquals(drawn("--against=time"), drawn());
  }

  private byte[] drawn(String... options) throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Files.writeString(
        run.resolve("log.jsonl"),
        """
        {"step":100,"seconds":3,"validation_psnr":30}
        {"step":200,"seconds":6.5,"validation_psnr":31}
        """);
    Path picture = folder.resolve("drawn.png");
    String command = "curves " + run + " --out " + picture + " " + String.join(" ", options);
    CommandLineRun drawn = CommandLineRun.of(command.strip().split(" ", -1));
    assertEquals(0, drawn.code(), drawn.err());
    assertTrue(drawn.out().startsWith("Curves: "), drawn.out());
    return Files.readAllBytes(picture);
  }
}
