package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published tables compared with our figures. */
class PaperTableTest {

  @TempDir private Path folder;

  @Test
  void everyNetworkAndScaleOfTheTablesStandsBesideThePaper() throws IOException {
    Path json = folder.resolve("paper.json");
    CommandLineRun run = CommandLineRun.of("paper-table", "--json", json.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .lines()
            .anyMatch(l -> l.matches("OISR-LF-s +x2 +1.37 +1,371,939 +0.00 +316.2 +316.2 +0.0")),
        run.out());
    assertTrue(run.out().contains("38.02 / 0.9605"), run.out());
    Set<String> computed = new HashSet<>();
    for (JsonNode row : new ObjectMapper().readTree(json.toFile()).get("rows")) {
      if (row.has("computed")) {
        computed.add(row.get("network").asText() + " x" + row.get("scale"));
        assertEquals(0, row.at("/difference/giga_macs").asDouble(), row.toString());
        // The slopes of PReLU, and one digit that the paper prints too high; see docs/networks.md.
        assertEquals(
            off(row), row.at("/difference/parameters_millions").asDouble(), row.toString());
      }
    }
    assertEquals(18, computed.size(), computed.toString());
  }

  private static double off(JsonNode row) {
    return Map.of(
            "oisr-rk3 x2",
            0.02,
            "oisr-rk3 x3",
            0.02,
            "oisr-rk3 x4",
            0.02,
            "edsr x4",
            -0.01,
            "oisr-lf-s x3",
            0.01,
            "oisr-rk2-s x3",
            0.01,
            "oisr-lf x4",
            0.01,
            "oisr-rk2 x4",
            0.01)
        .getOrDefault(row.get("network").asText() + " x" + row.get("scale"), 0.0);
  }

  @Test
  void everyTableWithFiguresNamesItsProtocol() {
    String text = CommandLineRun.of("paper-table", "--markdown").out();
    assertTrue(
        text.contains("### Table 2, results\n\nPSNR (dB) / SSIM as published; benchmark"), text);
    assertTrue(
        text.contains("### Table 3, results\n\nPSNR (dB) / SSIM as published; benchmark"), text);
    assertTrue(text.contains("| OISR-RK3 | x4 | 32.53 / 0.8992 | 28.86 / 0.7878 |"), text);
    assertFalse(text.contains("Measured"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          oisr-lf-z | did you mean oisr-lf-s? 'butcherblock paper-table' lists all.
          nothing   | 'butcherblock paper-table' lists those that there are.
          """)
  void namesOfNoPublishedNetworkAreTold(String name, String advice) throws IOException {
    SyntheticFolder.write(folder.resolve("Set5"), 1, 48, 48);
    Files.writeString(folder.resolve("w.safetensors"), "");
    CommandLineRun run =
        CommandLineRun.of(
            words("paper-table --weights " + name + "=DIR/w.safetensors --data DIR/Set5"));
    assertEquals(
        "butcherblock: There is no published network " + name + "; " + advice, run.err().strip());
  }

  @Test
  void measuredFiguresAreThoseOfEval() throws IOException {
    SyntheticFolder.write(folder.resolve("Set5"), 2, 48, 48);
    CommandLineRun train =
        CommandLineRun.of(
            words(
                "train oisr-lf-s --scale 2 --patch 8 --batch 1 --steps 1 --data DIR/Set5 --out"
                    + " DIR/run"));
    assertEquals(0, train.code(), train.err());
    assertEquals(
        0,
        CommandLineRun.of(
                words(
                    "eval oisr-lf-s --weights DIR/run/weights.safetensors --data DIR/Set5 --json"
                        + " DIR/eval.json"))
            .code());
    CommandLineRun run =
        CommandLineRun.of(
            words(
                "paper-table --weights oisr-lf-s=DIR/run/weights.safetensors --data DIR/Set5"
                    + " --json DIR/paper.json"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("grey images stacked to RGB"), run.out());
    JsonNode eval = new ObjectMapper().readTree(folder.resolve("eval.json").toFile()).get(0);
    JsonNode rows = new ObjectMapper().readTree(folder.resolve("paper.json").toFile()).get("rows");
    int measured = 0;
    for (JsonNode row : rows) {
      for (JsonNode figure : row.path("measured")) {
        measured++;
        assertEquals("OISR-LF-s", row.get("method").asText());
        assertEquals(2, row.get("scale").asInt());
        assertEquals(eval.at("/mean/psnr").asDouble(), figure.get("psnr").asDouble());
        assertEquals(eval.at("/mean/ssim").asDouble(), figure.get("ssim").asDouble());
        assertEquals(eval.get("protocol").asText(), figure.get("protocol").asText());
        assertEquals("fp32", figure.get("precision").asText());
        assertEquals(
            eval.at("/mean/psnr").asDouble() - 38.02,
            figure.at("/difference/psnr").asDouble(),
            1e-9);
      }
    }
    assertEquals(1, measured);
  }

  private String[] words(String command) {
    return command.replace("DIR", folder.toString()).split(" ", -1);
  }
}
