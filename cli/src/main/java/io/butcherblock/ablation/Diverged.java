package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A network that is not ranked, since its loss was no longer a number in one of its runs.
 *
 * @param seed of that run
 * @param step at which it was seen
 */
public record Diverged(Candidate candidate, long seed, long step) {

  private static final String FILE = "diverged.json";
  private static final String STEP = "step";
  private static final JsonMapper JSON = new JsonMapper();

  /** Written into the folder of the run, which is then not trained again. */
  void write(Path run) {
    WholeFile.writeText(
        run.resolve(FILE),
        JSON.createObjectNode().put("seed", seed).put(STEP, step).toPrettyString() + "\n");
  }

  /** What was written for the run in a folder; empty if it did not diverge. */
  static Optional<Diverged> read(Candidate candidate, long seed, Path run) {
    Path file = run.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode step = JSON.readTree(file.toFile()).path(STEP);
      if (step.canConvertToLong()) {
        return Optional.of(new Diverged(candidate, seed, step.asLong()));
      }
    } catch (IOException e) {
      // Told below, with what is JSON and says no step.
    }
    throw new ButcherblockException(
        "Cannot read " + file + ": remove it to train that network anew.");
  }

  /** Such as {@code heun gv2 (seed 1, step 37)}. */
  @Override
  public String toString() {
    return "%s (seed %d, step %d)".formatted(candidate.title(), seed, step);
  }
}
