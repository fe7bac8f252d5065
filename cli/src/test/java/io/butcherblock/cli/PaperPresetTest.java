package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper's recipe: what a run keeps of it, and x3 and x4 from the weights of x2. */
class PaperPresetTest {

  @TempDir private static Path shared;
  @TempDir private Path out;

  @BeforeAll
  static void trainX2() {
    SyntheticFolder.write(shared.resolve("images"), 12, 64, 64);
    CommandLineRun run = train(shared.resolve("x2"), "2", "--steps", "2");
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void whatIsInForceIsPrintedAndKept() throws IOException {
    Path folder = out.resolve("run");
    CommandLineRun run = train(folder, "2", "--preset", "paper", "--steps", "2");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Recipe: paper, but for patch, batch, budget"), run.out());
    assertTrue(run.out().contains("halved every 250000 steps"), run.out());
    assertTrue(run.out().contains("eight symmetries"), run.out());
    List<JsonNode> log = log(folder);
    assertEquals("paper, but for patch, batch, budget", log.get(0).get("preset").asText());
    assertEquals(
        "Adam, learning rate 1.0E-4, betas 0.9 and 0.999, epsilon 1.0E-8",
        log.get(0).get("optimizer").asText());
    assertEquals(
        List.of(1e-4, 1e-4),
        log.stream()
            .filter(node -> node.has("learning_rate"))
            .map(node -> node.get("learning_rate").asDouble())
            .toList());
    assertEquals(
        "benchmark protocol: Y, 2 px shaved (the scale)",
        log.get(log.size() - 1).get("validation_protocol").asText());
    JsonNode description = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    assertEquals("paper, but for patch, batch, budget", description.at("/origin/preset").asText());
    assertEquals("halved every 250000 steps", description.at("/training/schedule").asText());

    // A longer run of the same recipe; the log says from which step on.
    assertEquals(0, train(folder, "2", "--preset", "paper", "--steps", "3", "--resume").code());
    List<JsonNode> changes = log(folder).stream().filter(n -> n.has("budget")).toList();
    assertEquals(
        List.of("2 steps", "3 steps"),
        changes.stream().map(n -> n.get("budget").asText()).toList());
    assertEquals(2, changes.get(1).get("step").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void largerScalesStartFromX2(String scale) throws IOException {
    Path x2 = shared.resolve("x2/weights.safetensors");
    Path folder = out.resolve("run");
    CommandLineRun run = train(folder, scale, "--steps", "1", "--start-from", x2.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("but for the upsampler"), run.out());
    JsonNode description = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    assertEquals(x2.toString(), description.at("/origin/start_from").asText());

    // The same command with --resume continues from the saved state, and not from x2 again.
    CommandLineRun more =
        train(folder, scale, "--steps", "2", "--start-from", x2.toString(), "--resume");
    assertEquals(0, more.code(), more.err());
    assertTrue(more.out().contains("resuming at step 1"), more.out());
    assertTrue(!more.out().contains("Starting from"), more.out());
    description = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    assertEquals(x2.toString(), description.at("/origin/start_from").asText());
  }

  @Test
  void theSameScaleStartsFromAll() {
    CommandLineRun run =
        train(
            out.resolve("run"),
            "2",
            "--steps",
            "1",
            "--start-from",
            shared.resolve("x2/weights.safetensors").toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("all of its weights"), run.out());
  }

  private static List<JsonNode> log(Path folder) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("log.jsonl"))) {
      records.add(new ObjectMapper().readTree(line));
    }
    return records;
  }

  private static CommandLineRun train(Path run, String scale, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "oisr-lf-s",
                "--scale",
                scale,
                "--blocks",
                "1",
                "--channels",
                "4",
                "--patch",
                "8",
                "--batch",
                "2",
                "--data",
                shared.resolve("images").toString(),
                "--out",
                run.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }
}
