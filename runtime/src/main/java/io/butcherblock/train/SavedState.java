package io.butcherblock.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.checkpoint.Weights;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.Json;
import io.butcherblock.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a run on disk, in folders {@code state-STEP} with the weights, Adam's moments and
 * the step. A folder is written under another name and renamed when it is whole; then the older
 * ones go.
 */
final class SavedState {

  private static final String PREFIX = "state-";
  private static final String PART = "state.part";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String ADAM = "adam.safetensors";
  private static final String RUN_STATE = "run-state.json";

  private SavedState() {}

  /** Saves the state of a run in {@code folder}. */
  static void save(Path folder, RunState state, TrainingStep step) {
    Path whole = folder.resolve(PREFIX + state.step());
    Path part = folder.resolve(PART);
    try {
      try {
        write(part, state, step);
        delete(whole);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(part);
      }
      for (Path other : states(folder)) {
        if (!other.equals(whole)) {
          delete(other);
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("save the state of the run in", folder, e);
    }
  }

  private static void write(Path part, RunState state, TrainingStep step) throws IOException {
    delete(part);
    Files.createDirectories(part);
    Weights.save(part.resolve(WEIGHTS), step.network());
    step.save(part.resolve(ADAM));
    WholeFile.writeText(part.resolve(RUN_STATE), json(state));
  }

  /**
   * Brings a network and its optimizer back to the newest whole state in {@code folder}.
   *
   * @return where the run stands; empty if nothing was saved
   * @throws ButcherblockException if the state cannot be read
   */
  static Optional<RunState> load(Path folder, TrainingStep step) {
    try {
      List<Path> states = states(folder);
      if (states.isEmpty()) {
        return Optional.empty();
      }
      Path newest = states.get(states.size() - 1);
      Weights.load(newest.resolve(WEIGHTS), step.network());
      step.load(newest.resolve(ADAM));
      return Optional.of(state(newest.resolve(RUN_STATE)));
    } catch (IOException e) {
      throw FileFailure.cannot("read the state of the run in", folder, e);
    }
  }

  /** Whether something was saved in {@code folder}. */
  static boolean exists(Path folder) {
    try {
      return !states(folder).isEmpty();
    } catch (IOException e) {
      throw FileFailure.cannot("read", folder, e);
    }
  }

  /** Removes all states of a run. */
  static void clear(Path folder) throws IOException {
    delete(folder.resolve(PART));
    for (Path state : states(folder)) {
      delete(state);
    }
  }

  /** The whole states of a run, oldest first. */
  private static List<Path> states(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> states = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{1,18}"))
          .forEach(states::add);
    }
    states.sort(Comparator.comparing(SavedState::step));
    return states;
  }

  private static long step(Path state) {
    return Long.parseLong(state.getFileName().toString().substring(PREFIX.length()));
  }

  private static String json(RunState state) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("step", state.step());
    node.put("seconds", state.seconds());
    if (Double.isFinite(state.bestPsnr())) {
      node.put("best_psnr", state.bestPsnr());
    }
    return node + "\n";
  }

  private static RunState state(Path file) {
    JsonNode node = Json.read(file);
    return new RunState(
        node.path("step").asLong(),
        node.path("seconds").asDouble(),
        node.path("best_psnr").asDouble(Double.NEGATIVE_INFINITY));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
