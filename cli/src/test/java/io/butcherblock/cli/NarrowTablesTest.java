package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of all commands fit 80 columns, whatever the names in them are. */
class NarrowTablesTest {

  private static final String TERMINAL = "butcherblock.columns.out";
  private static final int COLUMNS = 80;

  private static final String LONG = "a_name_of_an_image_".repeat(6);

  private static final List<String> COMMANDS =
      List.of(
          "schemes",
          "schemes --measures",
          "networks",
          "scaling",
          "inspect {}/run/weights.safetensors",
          "eval oisr-rk3 --weights {}/run/weights.safetensors --data {}/" + LONG,
          "score {}/" + LONG + " {}/" + LONG,
          "paper-table",
          "check --patches 1 --patch 8 --image 8x8 --rounds 1 --seconds 0.01");

  @TempDir private static Path folder;

  @BeforeAll
  static void train() {
    for (int i = 0; i < 2; i++) {
      ImageFiles.write(
          SyntheticImages.generate(i, 32, 32), folder.resolve(LONG + "/" + LONG + i + ".png"));
    }
    CommandLineRun run =
        CommandLineRun.of(
            words(
                "train oisr-rk3 --scale 2 --blocks 2 --channels 4 --patch 8 --batch 1 --steps 1"
                    + " --data {}/"
                    + LONG
                    + " --out {}/run"));
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void noRowIsWider() {
    for (String command : COMMANDS) {
      List<String> lines = printed(command, COLUMNS);
      assertTrue(lines.stream().anyMatch(NarrowTablesTest::isRule), command + " has a table");
      assertEquals(List.of(), tooWide(lines), command);
    }
  }

  @Test
  void legendsAreAsNarrow() {
    for (String command : List.of("schemes", "schemes --measures", "networks", "scaling")) {
      List<String> lines = printed(command, 60);
      assertEquals(
          List.of(),
          lines.stream()
              .filter(line -> line.codePointCount(0, line.length()) > 60)
              // A command stays whole, to be copied.
              .filter(line -> !line.contains(" --out RUN"))
              .toList(),
          command);
    }
  }

  @Test
  void everyPartOfTheNetworksTellsTheirScale() {
    List<String> lines = printed("networks", 60);
    List<String> heads = lines.stream().filter(line -> line.startsWith("network ")).toList();
    assertTrue(heads.size() > 1, lines.toString());
    assertTrue(heads.stream().allMatch(head -> head.contains(" scale ")), heads.toString());
  }

  /** As on a terminal of this width, whose launcher sets the property. */
  private static List<String> printed(String command, int columns) {
    System.setProperty(TERMINAL, String.valueOf(columns));
    try {
      CommandLineRun run = CommandLineRun.of(words(command));
      assertEquals(0, run.code(), command + run.err());
      return (run.out() + run.err()).lines().toList();
    } finally {
      System.clearProperty(TERMINAL);
    }
  }

  /** The rows of tables: of blocks of lines with a rule in them, those that are too wide. */
  private static List<String> tooWide(List<String> lines) {
    return lines.stream()
        .filter(line -> line.codePointCount(0, line.length()) > COLUMNS)
        .filter(line -> isRule(line) || line.contains("  "))
        .toList();
  }

  private static boolean isRule(String line) {
    return line.matches(" *-{8,}");
  }

  private static String[] words(String command) {
    return Stream.of(command.split(" "))
        .map(word -> word.replace("{}", folder.toString()))
        .toArray(String[]::new);
  }
}
