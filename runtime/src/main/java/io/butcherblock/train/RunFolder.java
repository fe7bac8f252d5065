package io.butcherblock.train;

import io.butcherblock.checkpoint.Weights;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.Outputs;
import io.butcherblock.files.RunLog;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a training run: {@code run.json} (what is trained and how), {@code log.jsonl},
 * {@code weights.safetensors} (the newest weights), {@code best.safetensors} (those of the best
 * validation), and the state to resume from. A listener that writes these files during the run. The
 * caller closes it.
 */
public final class RunFolder implements TrainingListener, AutoCloseable {

  private static final String LOG = "log.jsonl";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String BEST = "best.safetensors";
  private static final String CURVES = "curves.png";

  /** What stands beside {@link RunDescription#FILE}, which is there before them. */
  private static final List<String> BESIDE = List.of(LOG, WEIGHTS, BEST, CURVES);

  private final Path folder;
  private final TrainingStep step;
  private final Map<String, String> metadata;
  private final Degradation degradation;
  private final RunLog log;
  private final RunState start;

  private RunFolder(
      Path folder,
      TrainingStep step,
      RunDescription run,
      Degradation degradation,
      RunLog log,
      RunState start) {
    this.folder = folder;
    this.step = step;
    this.metadata = run.network();
    this.degradation = degradation;
    this.log = log;
    this.start = start;
  }

  /**
   * Begins a new run in a folder, which is created if needed.
   *
   * @param folder holds no run of which a state was saved
   * @param step trains the network; stays the caller's
   * @param options of the run
   * @param origin where options and weights come from, as text by name, recorded in {@code
   *     run.json}: {@code preset}, {@code start_from}
   * @return the folder, which the caller closes
   * @throws ButcherblockException if the folder holds a run of which a state was saved, or files of
   *     no run that have the names of those of a run, or cannot be written
   */
  public static RunFolder begin(
      Path folder, TrainingStep step, TrainingOptions options, Map<String, String> origin) {
    if (SavedState.exists(folder)) {
      throw ButcherblockException.of(
          "%s holds a run already; continue it by %s, or give another %s.",
          folder, Setting.RESUME, Setting.OUTPUT);
    }
    clear(folder);
    RunDescription run = RunDescription.of(step.network(), options, origin);
    run.write(folder);
    RunLog log = RunLog.open(folder.resolve(LOG));
    log.write(run.record(0));
    return new RunFolder(folder, step, run, options.degradation(), log, RunState.START);
  }

  /**
   * Resumes the run in a folder from its last saved state, which is loaded into {@code step}.
   *
   * @param folder holds a run
   * @param step trains the network; stays the caller's
   * @param options the options that the run was begun with; budget, schedule and optimizer may
   *     differ
   * @param origin where the options come from, as text by name, recorded in {@code run.json}:
   *     {@code preset}; the record of where the first weights came from is kept
   * @return the folder, which the caller closes
   * @throws ButcherblockException if the folder holds no run, that of another network, or one with
   *     other patches, another seed or another degradation
   */
  public static RunFolder resume(
      Path folder, TrainingStep step, TrainingOptions options, Map<String, String> origin) {
    RunDescription before = RunDescription.read(folder);
    RunDescription run = RunDescription.of(step.network(), options, origin).after(before, folder);
    RunState start = SavedState.load(folder, step).orElse(RunState.START);
    Path logFile = folder.resolve(LOG);
    if (Files.exists(logFile)) {
      RunLog.truncateAfter(logFile, start.step());
    }
    run.write(folder);
    RunLog log = RunLog.open(logFile);
    if (!run.equals(before)) {
      log.write(run.record(start.step()));
    }
    return new RunFolder(folder, step, run, options.degradation(), log, start);
  }

  /**
   * Checks that the files of a run in {@code folder} are none of those that the run reads.
   *
   * @throws ButcherblockException if one is
   */
  public static void checkInputs(Path folder, Collection<Path> inputs) {
    Outputs outputs = new Outputs(inputs);
    for (String file : BESIDE) {
      outputs.add(folder.resolve(file), folder.resolve(file));
    }
  }

  private static void refuseFilesOfNoRun(Path folder) {
    if (exists(folder)) {
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

  /**
   * Refuses a folder with trained weights, which a new run would remove.
   *
   * @throws ButcherblockException if there are weights in it
   */
  public static void refuseWeights(Path folder) {
    for (String file : List.of(WEIGHTS, BEST)) {
      if (exists(folder) && Files.exists(folder.resolve(file)) && !isSaved(folder)) {
        throw ButcherblockException.of(
            "%s is the result of an earlier run, which a new one would remove; move it away, or"
                + " give another %s.",
            folder.resolve(file), Setting.OUTPUT);
      }
    }
  }

  /** Whether a folder holds a run. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(RunDescription.FILE));
  }

  /** Whether something was saved of a run in {@code folder}. */
  public static boolean isSaved(Path folder) {
    return SavedState.exists(folder);
  }

  /**
   * Removes the files of a run from a folder, and no others, so that a new run can begin there.
   *
   * @throws ButcherblockException if a file cannot be removed, or there are files that have the
   *     names of those of a run but no run
   */
  public static void clear(Path folder) {
    refuseFilesOfNoRun(folder);
    try {
      SavedState.clear(folder);
      for (String file : BESIDE) {
        Files.deleteIfExists(folder.resolve(file));
      }
      // Last, for without it the others would be those of no run.
      Files.deleteIfExists(folder.resolve(RunDescription.FILE));
    } catch (IOException e) {
      throw FileFailure.cannot("remove the earlier run in", folder, e);
    }
  }

  /** The state of the run when its folder was opened; {@link RunState#START} for a new run. */
  public RunState start() {
    return start;
  }

  /** The metadata of the run's weights files, which describe its network, as text by name. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The file of the newest weights of this run; not there before the first save. */
  public Path weights() {
    return folder.resolve(WEIGHTS);
  }

  /** The file of the newest weights of the run in a folder. */
  public static Path weights(Path folder) {
    return folder.resolve(WEIGHTS);
  }

  /** The file of the weights of the best validation; not there in a run without validation. */
  public Path best() {
    return folder.resolve(BEST);
  }

  /**
   * Reads the description of the network that the run in a folder trains.
   *
   * @return the metadata of its weights files, as text by name; empty if the folder holds no run
   * @throws ButcherblockException if {@code run.json} cannot be read
   */
  public static Optional<Map<String, String>> network(Path folder) {
    return exists(folder) ? Optional.of(RunDescription.read(folder).network()) : Optional.empty();
  }

  /**
   * The file that a listener may draw the learning curves of this run to, a PNG file; this class
   * does not write it.
   */
  public Path curves() {
    return folder.resolve(CURVES);
  }

  /** The log of the run in a folder: a text file with a JSON object on each line. */
  public static Path log(Path folder) {
    return folder.resolve(LOG);
  }

  /** The log of this run: a text file with a JSON object on each line. */
  public Path log() {
    return log(folder);
  }

  @Override
  public void steps(StepReport report) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, report.state().step());
    record.put("seconds", report.state().seconds());
    record.put("loss", report.loss());
    record.put("learning_rate", report.learningRate());
    record.put("patches_per_second", report.patchesPerSecond());
    record.put("wait_seconds", report.waitSeconds());
    record.put("memory_bytes", report.memoryBytes());
    log.write(record);
  }

  @Override
  public void validated(RunState state, PsnrSsim quality, boolean best) {
    int scale = step.network().scale();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, state.step());
    record.put("seconds", state.seconds());
    record.put("validation_psnr", quality.psnr());
    record.put("validation_ssim", quality.ssim());
    record.put("validation_protocol", Validation.protocol(scale).named(scale));
    degradation
        .validation()
        .ifPresent(jpeg -> record.put("validation_degradation", jpeg.toString()));
    log.write(record);
    if (best) {
      Weights.save(best(), step.network().parameters(), metadata);
    }
  }

  @Override
  public void save(RunState state) {
    Weights.save(weights(), step.network().parameters(), metadata);
    SavedState.save(folder, state, step);
  }

  @Override
  public void close() {
    log.close();
  }
}
