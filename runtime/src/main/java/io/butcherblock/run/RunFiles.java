package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.Outputs;
import io.butcherblock.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the files of a run, and which of them may be written over or removed. */
final class RunFiles {

  static final String LOG = "log.jsonl";
  static final String WEIGHTS = "weights.safetensors";
  static final String BEST = "best.safetensors";
  static final String CURVES = "curves.png";
  static final String REPORT = "report.html";

  /** What stands beside {@link RunDescription#FILE}, which is there before them. */
  private static final List<String> BESIDE = List.of(LOG, WEIGHTS, BEST, CURVES, REPORT);

  /** What an earlier version left of a file when it was killed: a name of its own for each. */
  private static final Pattern EARLIER_PART =
      Pattern.compile("\\.(log\\.jsonl|run\\.json|curves\\.png|\\w+\\.safetensors)\\.\\w+\\.part");

  private RunFiles() {}

  /** Whether a folder holds a run. */
  static boolean exist(Path folder) {
    return Files.exists(folder.resolve(RunDescription.FILE));
  }

  /**
   * Checks that the files of a run in {@code folder} are none of those that the run reads.
   *
   * @throws ButcherblockException if one is
   */
  static void checkInputs(Path folder, Collection<Path> inputs) {
    Outputs outputs = new Outputs(inputs);
    for (String file : BESIDE) {
      outputs.add(folder.resolve(file), folder.resolve(file));
    }
  }

  /**
   * Refuses weights that a new run would remove. They are written after the state that they belong
   * to, so that here that was removed.
   */
  static void refuseWeights(Path folder) {
    for (String file : List.of(WEIGHTS, BEST)) {
      if (exist(folder) && Files.exists(folder.resolve(file))) {
        throw ButcherblockException.of(
            "%s is the result of an earlier run, which a new one would remove; move it away, or"
                + " give another %s.",
            folder.resolve(file), Setting.OUTPUT);
      }
    }
  }

  /**
   * Removes the files of a run, and no others.
   *
   * @throws ButcherblockException if one cannot be removed, or there are files that have the names
   *     of those of a run but no run
   */
  static void clear(Path folder) {
    refuseFilesOfNoRun(folder);
    try {
      SavedState.clear(folder);
      for (String file : BESIDE) {
        Files.deleteIfExists(folder.resolve(file));
      }
      for (Path events : EventFile.list(folder)) {
        Files.deleteIfExists(events);
      }
      // Last, for without it the others would be those of no run.
      Files.deleteIfExists(folder.resolve(RunDescription.FILE));
    } catch (IOException e) {
      throw FileFailure.cannot("remove the earlier run in", folder, e);
    }
  }

  private static void refuseFilesOfNoRun(Path folder) {
    if (exist(folder)) {
      return;
    }
    for (String file : BESIDE) {
      if (Files.exists(folder.resolve(file))) {
        throw ButcherblockException.of(
            "%s would be written over by the run, and is of no run itself; move it away, or give"
                + " another %s.",
            folder.resolve(file), Setting.OUTPUT);
      }
    }
  }

  /** Removes what processes left that were killed while they wrote; nobody else writes now. */
  static void removeParts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      SavedState.removePart(folder);
      for (Path file : files.toList()) {
        if (EARLIER_PART.matcher(file.getFileName().toString()).matches()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", folder, e);
    }
  }
}
