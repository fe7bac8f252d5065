package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train --config FILE}. */
class ConfigFileTest {

  @TempDir private static Path shared;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    SyntheticFolder.write(shared.resolve("images"), 4, 48, 48);
  }

  @Test
  void saysTheSameAsTheCommandLine() throws IOException {
    Path byOptions = out.resolve("options");
    CommandLineRun options =
        CommandLineRun.of(
            ("train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 2 --seed 3"
                    + " --learning-rate 1e-3 --steps 2 --no-tensorboard --data "
                    + shared.resolve("images")
                    + " --out "
                    + byOptions)
                .split(" "));
    assertEquals(0, options.code(), options.err());
    Path yaml = write("run.yaml", complete());
    assertSame(byOptions, train(yaml, "yaml"), "yaml");
    Path json =
        write(
            "other.json",
            "{\"scale\": 2, \"network\": \"oisr-lf-s\", \"blocks\": 1, \"channels\": 4, \"patch\":"
                + " 8, \"batch\": 2, \"seed\": 3, \"learning_rate\": \"1e-3\", \"steps\": 2,"
                + " \"no-tensorboard\": true, \"data\": [\""
                + shared.resolve("images")
                + "\"]}");
    assertSame(byOptions, train(json, "json"), "json");
    assertSame(byOptions, train(byOptions.resolve("run.json"), "run"), "run");
  }

  private void assertSame(Path run, CommandLineRun other, String name) {
    assertEquals(0, other.code(), other.err());
    assertEquals(
        Json.read(run.resolve("run.json")), Json.read(out.resolve(name).resolve("run.json")));
  }

  @Test
  void theCommandLineComesFirst() throws IOException {
    CommandLineRun run =
        train(write("run.yaml", complete()), "run", "--epochs", "1", "--minutes", "1");
    assertEquals(2, run.code(), run.err());
    run = train(write("run.yaml", complete()), "run", "--minutes", "0.001", "--batch", "1");
    assertEquals(0, run.code(), run.err());
    var arguments = Json.read(out.resolve("run/run.json")).get("arguments");
    assertEquals("[\"1\"]", arguments.get("batch").toString());
    assertTrue(!arguments.has("steps"), arguments.toString());
  }

  /** And the file's own steps are not blamed, which they replace. */
  @ParameterizedTest
  @ValueSource(strings = {"--steps=0", "--minutes=0", "--epochs=many", "--steps=x --batch=1"})
  void anOptionOfTheCommandLineThatIsWrongIsTold(String options) throws IOException {
    CommandLineRun run = train(write("run.yaml", complete()), "run", options.split(" "));
    assertEquals(2, run.code());
    String option = options.replaceFirst("=.*", "");
    assertTrue(run.err().contains("Invalid value for option '" + option + "'"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning_rat: 1 | line 2: there is no option learning_rat; did you mean learning-rate?",
        "batch_size: 1 | line 2: there is no option batch_size; did you mean batch?",
        // Not batch, which has the same letters.
        "arch: oisr-lf-s | line 2: there is no option arch; did you mean network?",
        "model: oisr-lf-s | line 2: there is no option model; did you mean network?",
        "gpu: 0 | line 2: there is no option gpu; did you mean device?",
        "tta: true | line 2: there is no option tta; those of 'train --help'",
        "steps: [1, 2] | line 2: --steps is given twice; give it once.",
        "patch: 0 | line 2: Invalid value for option '--patch'",
        "steps: many | line 2: Invalid value for option '--steps'",
        "scale: 3 | line 2: scale stands there twice",
        "no-tensorboard: perhaps | line 2: no-tensorboard is either true or false",
        "data: [] | line 2: data has no value",
        "data: [[a]] | line 2: data has values within values",
        "data: &a [x] | line 2: an anchor",
        "data: *a | line 2: an alias",
        "data: !!java.net.URL [x] | line 2: a type",
        "'steps: [1' | line 3: it is not YAML",
      })
  void whatIsWrongIsToldWithItsLine(String line, String told) throws IOException {
    CommandLineRun run = train(write("run.yaml", "scale: 2\n" + line + "\n"), "run");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("run.yaml, " + told), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(!Files.exists(out.resolve("run")));
  }

  /** As if it were not there. */
  @Test
  void resumeMayBeFalse() throws IOException {
    CommandLineRun run = train(write("run.yaml", "scale: 2\nresume: false\n"), "run");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Missing required parameter: 'NETWORK'"), run.err());
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Path file = write("run.yaml", "scale: 2\n" + "#".repeat(2 << 20) + "\n");
    CommandLineRun run = train(file, "run");
    assertEquals(1, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("run.yaml"), run.err());
  }

  private String complete() {
    return """
    # An experiment
    network: oisr-lf-s
    scale: 2
    blocks: 1
    channels: 4
    patch: 8
    batch: 2
    seed: 3
    learning_rate: 1e-3
    steps: 2
    no-tensorboard: true
    data:
      - "%s"
    """
        .formatted(shared.resolve("images"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(out.resolve(name), text);
  }

  private CommandLineRun train(Path config, String run, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--config", config.toString()));
    arguments.addAll(List.of("--out", out.resolve(run).toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }
}
