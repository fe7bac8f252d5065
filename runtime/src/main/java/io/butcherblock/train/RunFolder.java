package io.butcherblock.train;

import io.butcherblock.checkpoint.Weights;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RunLog;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a run: {@code run.json} (what is trained and how), {@code log.jsonl}, {@code
 * weights.safetensors} (the newest), {@code best.safetensors} (those of the best validation), and
 * the state to resume from. As a listener it writes them while the run goes on.
 */
public final class RunFolder implements TrainingListener, AutoCloseable {

  private static final String LOG = "log.jsonl";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String BEST = "best.safetensors";
  private static final String CURVES = "curves.png";

  private final Path folder;
  private final TrainingStep step;
  private final Map<String, String> metadata;
  private final RunLog log;
  private final RunState start;

  private RunFolder(
      Path folder, TrainingStep step, Map<String, String> metadata, RunLog log, RunState start) {
    this.folder = folder;
    this.step = step;
    this.metadata = metadata;
    this.log = log;
    this.start = start;
  }

  /**
   * Begins a run.
   *
   * @param origin where options and weights come from, for the record: {@code preset}, {@code
   *     start_from}
   * @throws ButcherblockException if the folder holds a run of which something was saved, or cannot
   *     be written
   */
  public static RunFolder begin(
      Path folder, TrainingStep step, TrainingOptions options, Map<String, String> origin) {
    if (SavedState.exists(folder)) {
      throw ButcherblockException.of(
          "%s holds a run already; go on with it by %s, or give another %s.",
          folder, Setting.RESUME, Setting.OUTPUT);
    }
    clear(folder);
    RunDescription run = RunDescription.of(step.network(), options, origin);
    run.write(folder);
    RunLog log = RunLog.open(folder.resolve(LOG));
    log.write(run.record(0));
    return new RunFolder(folder, step, run.network(), log, RunState.START);
  }

  /**
   * Goes on with a run, from the newest state that was saved.
   *
   * @param options as the run was begun with; its length, schedule and optimizer may differ
   * @param origin as in {@link #begin}; where the first weights came from stays as it was
   * @throws ButcherblockException if the folder holds no run, that of another network, or one with
   *     other patches or another seed
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
    return new RunFolder(folder, step, run.network(), log, start);
  }

  /** Goes on with the run in a folder, if there is one, as {@link #resume}; else begins it. */
  public static RunFolder open(
      Path folder, TrainingStep step, TrainingOptions options, Map<String, String> origin) {
    return exists(folder)
        ? resume(folder, step, options, origin)
        : begin(folder, step, options, origin);
  }

  /** Whether a run was begun in {@code folder}. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(RunDescription.FILE));
  }

  /** Removes the files of a run, and no others, so that a new one can begin in the folder. */
  public static void clear(Path folder) {
    try {
      SavedState.clear(folder);
      for (String file : List.of(RunDescription.FILE, LOG, WEIGHTS, BEST, CURVES)) {
        Files.deleteIfExists(folder.resolve(file));
      }
    } catch (IOException e) {
      throw FileFailure.cannot("remove the earlier run in", folder, e);
    }
  }

  /** Where the run stood when its folder was opened: {@link RunState#START} if it began there. */
  public RunState start() {
    return start;
  }

  /** What the weights of this run say of their network. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The newest weights. */
  public Path weights() {
    return folder.resolve(WEIGHTS);
  }

  /** The newest weights of the run in {@code folder}. */
  public static Path weights(Path folder) {
    return folder.resolve(WEIGHTS);
  }

  /** The weights of the best validation; not there in a run without validation. */
  public Path best() {
    return folder.resolve(BEST);
  }

  /**
   * The metadata of the weights that the run in {@code folder} trains; empty if the folder does not
   * say it.
   *
   * @throws ButcherblockException if what says it is no JSON
   */
  public static Optional<Map<String, String>> network(Path folder) {
    return exists(folder) ? Optional.of(RunDescription.read(folder).network()) : Optional.empty();
  }

  /** Where a listener may draw the curves of the run: a file that is the run's. */
  public Path curves() {
    return folder.resolve(CURVES);
  }

  /** The log of the run in {@code folder}: a JSON object a line. */
  public static Path log(Path folder) {
    return folder.resolve(LOG);
  }

  /** The log of this run. */
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
