package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
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
  private static final String ADVICE = "remove it to train that network anew";

  /** Written into the folder of the run, which is then not trained again. */
  void write(Path run) {
    Json.write(run.resolve(FILE), Json.MAPPER.createObjectNode().put("seed", seed).put(STEP, step));
  }

  /** What was written for the run in a folder; empty if it did not diverge. */
  static Optional<Diverged> read(Candidate candidate, long seed, Path run) {
    Path file = run.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode step = Json.read(file, ADVICE).path(STEP);
    if (!step.canConvertToLong()) {
      throw new ButcherblockException("Cannot read " + file + ": it says no step; " + ADVICE + ".");
    }
    return Optional.of(new Diverged(candidate, seed, step.asLong()));
  }

  /** The run in words, such as {@code heun gv2 (seed 1, step 37)}. */
  @Override
  public String toString() {
    return "%s (seed %s, step %s)".formatted(candidate.title(), seed, step);
  }
}
