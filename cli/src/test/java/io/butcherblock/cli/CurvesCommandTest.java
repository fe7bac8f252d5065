package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.degrade.Degradation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code curves} with the log of a run that was never trained. */
class CurvesCommandTest {

  private static final String REMARK =
      "The PSNR of these runs cannot be compared: they were validated ";

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

  /** Which has both, whichever is asked for. */
  @Test
  void anAxisOfATableIsRefused() throws IOException {
    Path table = folder.resolve("points.csv");
    CommandLineRun refused =
        CommandLineRun.of(
            "curves", validated("run").toString(), "--out", table.toString(), "--against", "steps");
    assertEquals(
        "butcherblock: A table has the time and the step of each point; leave out --against, which"
            + " is for pictures.",
        refused.err().strip());
    assertFalse(Files.exists(table));
  }

  @Test
  void theEndingCsvWritesTheirPoints() throws IOException {
    assertEquals(
        """
        run,step,seconds,validation_psnr
        run,100,3,30
        run,200,6.5,31
        """,
        written("points.CSV"));
    // An earlier result is replaced, and nothing else.
    written("points.CSV");
    Path other = Files.writeString(folder.resolve("other.csv"), "1,2,3");
    CommandLineRun refused =
        CommandLineRun.of("curves", folder.resolve("run").toString(), "--out", other.toString());
    assertTrue(refused.err().contains("other.csv is there already"), refused.err());
  }

  @Test
  void theEndingSvgWritesLinesAndLetters() throws IOException {
    String svg = written("curves.svg");
    assertTrue(svg.startsWith("<svg ") && svg.contains(">training time (s)</text>"), svg);
    assertEquals(svg, written("curves.svg"));
  }

  @Test
  void runsOfOneNameAreToldByTheirFolders() throws IOException {
    Path first = validated("a/run");
    Path second = validated("b/run");
    Path table = folder.resolve("c.csv");
    CommandLineRun run = CommandLineRun.of("curves", "" + first, "" + second, "--out", "" + table);
    assertEquals(0, run.code(), run.err());
    assertEquals(
        List.of("run", "a/run", "a/run", "b/run", "b/run"),
        Files.readAllLines(table).stream()
            .map(line -> line.substring(0, line.indexOf(",")).replace('\\', '/'))
            .toList());
    Path picture = folder.resolve("twice.png");
    CommandLineRun twice =
        CommandLineRun.of("curves", "" + first, first + "/../run", "--out", "" + picture);
    assertEquals(1, twice.code());
    assertEquals(
        "butcherblock: The run %s/../run is given twice; leave one out.".formatted(first),
        twice.err().trim());
    assertFalse(Files.exists(picture));
  }

  /** As of a folder of runs, the last of which is in its first minutes. */
  @Test
  void aRunThatHasJustBegunIsLeftOut() throws IOException {
    Path begun = Files.createDirectories(folder.resolve("begun"));
    Files.writeString(begun.resolve("log.jsonl"), "{\"step\":10,\"seconds\":1,\"loss\":9}\n");
    Path table = folder.resolve("table.csv");
    CommandLineRun both =
        CommandLineRun.of("curves", "" + begun, "" + validated("run"), "--out", "" + table);
    assertEquals(0, both.code(), both.err());
    assertEquals("Left out " + begun + ": the run has not been validated yet.", both.err().strip());
    assertEquals(3, Files.readAllLines(table).size());

    Path picture = folder.resolve("begun.png");
    CommandLineRun alone = CommandLineRun.of("curves", "" + begun, "--out", "" + picture);
    assertEquals(1, alone.code());
    assertTrue(
        alone.err().contains("butcherblock: There is no PSNR of a validation to draw yet."),
        alone.err());
    assertFalse(Files.exists(picture));
  }

  @Test
  void runsThatCannotBeComparedAreDrawnWithARemark() throws IOException {
    describe(validated("a"), 2, "clean", "5 with digest 0a");
    describe(validated("b"), 2, "clean", "5 with digest 0a");
    assertEquals("", remark("a", "b"));
    describe(validated("b"), 2, "clean", "5 with digest 0b");
    assertEquals(REMARK + "on different images.", remark("a", "b"));
    describe(validated("b"), 2, "photo", "5 with digest 0a");
    String jpeg = Degradation.PHOTO.validation().orElseThrow().toString();
    assertEquals(REMARK + "with LR images as they are and through " + jpeg + ".", remark("a", "b"));
    // At another scale the same images have other sizes.
    describe(validated("b"), 3, "clean", "5 with digest 0b");
    assertEquals(REMARK + "at different scales (x2, x3).", remark("a", "b"));
    validated("unknown");
    assertEquals("", remark("a", "unknown"));
  }

  private String remark(String... runs) {
    String picture = folder.resolve("remark.png").toString();
    List<String> command = new ArrayList<>(List.of("curves", "--out", picture));
    Stream.of(runs).forEach(run -> command.add(folder.resolve(run).toString()));
    CommandLineRun drawn = CommandLineRun.of(command.toArray(String[]::new));
    assertEquals(0, drawn.code(), drawn.err());
    return drawn.err().strip();
  }

  private static void describe(Path run, int scale, String degradation, String images)
      throws IOException {
    Files.writeString(
        run.resolve("run.json"),
        """
        {"network": {"network": "n", "scale": "%s", "scheme": "heun", "vector_field": "gv2",
          "blocks": "4", "channels": "32"},
         "training": {"patch": "8", "batch": "1", "seed": "1", "degradation": "%s"},
         "images": {"validation": "%s"}}
        """
            .formatted(scale, degradation, images));
  }

  private String written(String name) throws IOException {
    Path run = validated("run");
    Path file = folder.resolve(name);
    CommandLineRun curves = CommandLineRun.of("curves", run.toString(), "--out", file.toString());
    assertEquals(0, curves.code(), curves.err());
    return Files.readString(file);
  }

  private byte[] drawn(String... options) throws IOException {
    Path run = validated("run");
    Path picture = folder.resolve("drawn.png");
    String command = "curves " + run + " --out " + picture + " " + String.join(" ", options);
    CommandLineRun drawn = CommandLineRun.of(command.strip().split(" ", -1));
    assertEquals(0, drawn.code(), drawn.err());
    assertTrue(drawn.out().startsWith("Curves: "), drawn.out());
    return Files.readAllBytes(picture);
  }

  private Path validated(String name) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        run.resolve("log.jsonl"),
        """
        {"step":100,"seconds":3,"validation_psnr":30}
        {"step":200,"seconds":6.5,"validation_psnr":31}
        """);
    return run;
  }
}
