package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.options.JsonOption;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whatever prints a table prints JSON too, on standard output or into a file. */
class JsonOptionTest {

  /** Why a command has no {@code --json}. */
  private static final Map<String, String> WITHOUT =
      Map.ofEntries(
          Map.entry("quickstart", "writes log.jsonl of each run in its folder"),
          Map.entry("train", "writes log.jsonl and run.json in its folder"),
          Map.entry("ablate", "writes report.json in its folder"),
          Map.entry("launch", "starts another command, which has the option or not"),
          Map.entry("curves", "draws a picture of log.jsonl"),
          Map.entry("upscale", "makes images"),
          Map.entry("resize", "makes images"),
          Map.entry("synthesize", "makes images"),
          Map.entry("serve", "shows a page"),
          Map.entry("import", "makes weights"),
          Map.entry("export", "makes weights"),
          Map.entry("completion", "prints a script"));

  /** Each command that has it, at a size that takes seconds, and a key of its JSON. */
  private static final List<List<String>> CASES =
      List.of(
          List.of("schemes", "declared_by"),
          List.of("networks", "vector_fields"),
          List.of("networks", "trained_weights"),
          List.of("scaling", "compute_to_communication"),
          List.of("inspect kutta3", "block_programs"),
          List.of("inspect oisr-lf-s", "declared_by"),
          List.of("inspect oisr-lf-s --plan 2", "peak_bytes_per_pixel"),
          List.of("inspect {}/rk3/weights.safetensors", "residuals"),
          List.of("inspect {}/lf-s/weights.safetensors", "inspected"),
          List.of("eval oisr-rk3 --weights {}/rk3/weights.safetensors --data {}/\u00e4", "mean"),
          List.of(
              "convergence --weights {}/rk3/weights.safetensors --halvings 1 --data {}/\u00e4",
              "observed_order"),
          List.of("score {}/\u00e4 {}/\u00e4", "mean"),
          List.of("paper-table", "rows"),
          List.of(
              "check --patches 1 --patch 8 --image 8x8 --rounds 1 --seconds 0.01", "workloads"));

  private static final ObjectMapper READER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private static Path folder;

  @BeforeAll
  static void train() {
    ImageFiles.write(SyntheticImages.generate(1, 32, 32), folder.resolve("\u00e4/\u00f6.png"));
    for (String network : List.of("rk3", "lf-s")) {
      CommandLineRun run =
          run(
              "train oisr-%s --scale 2 --blocks 2 --channels 4 --patch 8 --batch 1 --steps 1"
                      .formatted(network)
                  + " --data {}/\u00e4 --out {}/"
                  + network);
      assertEquals(0, run.code(), run.err());
    }
  }

  @Test
  void everyCommandHasItOrAReasonNotTo() {
    Set<String> with = new TreeSet<>();
    CASES.forEach(each -> with.add(each.get(0).replaceFirst(" .*", "")));
    Main.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              boolean hasMixin =
                  command.getCommandSpec().mixins().values().stream()
                      .map(CommandLine.Model.CommandSpec::userObject)
                      .anyMatch(JsonOption.class::isInstance);
              assertEquals(!WITHOUT.containsKey(name), hasMixin, name);
              assertEquals(
                  hasMixin,
                  command.getCommandSpec().findOption(JsonOption.NAME) != null,
                  name + " has an option of its own instead of the mixin");
              assertEquals(hasMixin, with.contains(name), name + " is run below");
            });
  }

  static Stream<Arguments> cases() {
    return CASES.stream().map(each -> Arguments.of(each.get(0), each.get(1)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void standardOutputIsTheJsonAndNothingElse(String command, String key) throws IOException {
    CommandLineRun run = run(command + " --json -");
    assertEquals(0, run.code(), run.err());
    JsonNode printed = read(run.out());
    assertFalse(printed.findValues(key).isEmpty(), run.out());
    assertTrue(run.out().chars().allMatch(c -> c < 0x7f), "for a terminal of any encoding");
    assertFalse(Files.exists(Path.of("-")));

    Path file = folder.resolve("of " + command.hashCode() + ".json");
    String[] words = (command + " --json FILE").split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("{}", folder.toString()).replace("FILE", file.toString());
    }
    CommandLineRun again = CommandLineRun.of(words);
    assertEquals(0, again.code(), again.err());
    assertFalse(again.out().isBlank(), "the table is printed as without the option");
    JsonNode written = read(Files.readString(file));
    // The check measures times.
    if (!command.startsWith("check")) {
      assertEquals(written, printed);
    }
    assertTrue(isEarlierResult(words), "written over without --overwrite");
  }

  private static boolean isEarlierResult(String... words) {
    return words[0].equals("check") || CommandLineRun.of(words).code() == 0;
  }

  @Test
  void rationalsAreExact() throws IOException {
    JsonNode programs = read(run("inspect kutta3 --json -").out()).get("block_programs");
    Set<String> exact = new TreeSet<>();
    programs.findValues("exact").forEach(each -> exact.add(each.asText()));
    // Kutta's third-order method: a21 = 1/2, a31 = -1, a32 = 2, b = 1/6 (1, 4, 1).
    assertTrue(exact.containsAll(Set.of("1/2", "-1", "2", "1/6")), exact.toString());
  }

  @Test
  void trainedCoefficientsAreNearTheDeclared() throws IOException {
    JsonNode weights = read(run("inspect {}/rk3/weights.safetensors --json -").out());
    assertEquals(2, weights.get("blocks").size());
    JsonNode b = weights.at("/blocks/0/declared/b");
    double sum = 0;
    for (JsonNode each : b) {
      sum += each.asDouble();
    }
    assertEquals(1, sum, 1e-12, "consistent");
    for (int i = 0; i < b.size(); i++) {
      double trained = weights.at("/blocks/0/trained/b").get(i).asDouble();
      assertEquals(b.get(i).asDouble(), trained, 0.01);
    }
  }

  private static JsonNode read(String text) throws JsonProcessingException {
    return READER.readTree(text);
  }

  private static CommandLineRun run(String command) {
    return CommandLineRun.of(
        Stream.of(command.split(" "))
            .map(word -> word.replace("{}", folder.toString()))
            .toArray(String[]::new));
  }
}
