package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a training run, be it trained now, stopped or finished: which files it has, and
 * what they say of the run. {@link RunWriter} writes them.
 *
 * @param path of the folder, which need not exist
 */
public record RunFolder(Path path) {

  /** Whether it holds a run. */
  public boolean exists() {
    return RunFiles.exist(path);
  }

  /** Whether a state was saved, from which the run can be resumed. */
  public boolean isSaved() {
    return SavedState.exists(path);
  }

  /**
   * Removes the files of a run, and no others, so that a new run can begin there.
   *
   * @throws ButcherblockException if a file cannot be removed, or there are files that have the
   *     names of those of a run but no run
   */
  public void clear() {
    RunFiles.clear(path);
  }

  /**
   * Checks that the files of a run here are none of those that the run reads.
   *
   * @throws ButcherblockException if one is
   */
  public void checkInputs(Collection<Path> inputs) {
    RunFiles.checkInputs(path, inputs);
  }

  /**
   * The file of the newest weights, {@code weights.safetensors}; not there before the first save.
   */
  public Path weights() {
    return path.resolve(RunFiles.WEIGHTS);
  }

  /**
   * The file of the weights of the best validation, {@code best.safetensors}; not there in a run
   * without validation.
   */
  public Path best() {
    return path.resolve(RunFiles.BEST);
  }

  /** The log: a text file with a JSON object on each line, {@code log.jsonl}. */
  public Path log() {
    return path.resolve(RunFiles.LOG);
  }

  /**
   * The file that a listener may draw the learning curves to, a PNG file; no other class writes it.
   */
  public Path curves() {
    return path.resolve(RunFiles.CURVES);
  }

  /** The file that a listener may write a page on the run to; no other class writes it. */
  public Path report() {
    return path.resolve(RunFiles.REPORT);
  }

  /** The file that says what is trained and how, {@code run.json}. */
  public Path description() {
    return path.resolve(RunDescription.FILE);
  }

  /**
   * Reads the description of the network that is trained.
   *
   * @return the metadata of its weights files, as text by name; empty if the folder holds no run
   * @throws ButcherblockException if {@code run.json} cannot be read
   */
  public Optional<Map<String, String>> network() {
    return exists() ? Optional.of(RunDescription.read(path).network()) : Optional.empty();
  }

  /**
   * Reads the options of the run, as text by name, and where they and its first weights come from:
   * {@code preset}, {@code start_from}.
   *
   * @throws ButcherblockException if there is no run, or {@code run.json} cannot be read
   */
  public Map<String, String> options() {
    RunDescription run = RunDescription.read(path);
    Map<String, String> options = new LinkedHashMap<>(run.origin());
    options.putAll(run.training());
    return options;
  }

  /**
   * Reads which images the run is validated on: how many, and a digest that tells whether two runs
   * have the same.
   *
   * @return empty if the run is of an earlier version, which kept none
   * @throws ButcherblockException if there is no run, or {@code run.json} cannot be read
   */
  public Optional<String> validationImages() {
    return Optional.ofNullable(RunDescription.read(path).images().get(ImagesDigest.VALIDATION));
  }

  /**
   * What a program was given to set up the run that a file describes, as texts by name, so that it
   * can set up the same run again.
   *
   * @param description a run's {@code run.json}, or a copy of it
   * @return empty if it is that of an earlier version, or no program kept anything
   * @throws ButcherblockException if it cannot be read or is not JSON
   */
  public static Map<String, List<String>> arguments(Path description) {
    return RunDescription.arguments(Json.read(description));
  }
}
