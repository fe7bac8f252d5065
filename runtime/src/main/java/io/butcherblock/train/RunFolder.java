package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FolderLock;
import io.butcherblock.files.Outputs;
import io.butcherblock.files.RunLog;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder of a training run: {@code run.json} (what is trained and how), {@code log.jsonl},
 * {@code weights.safetensors} (the newest weights), {@code best.safetensors} (those of the best
 * validation), and the state to resume from. A listener that writes these files during the run. The
 * caller closes it.
 */
public final class RunFolder implements TrainingListener, AutoCloseable {

  private static final String LOG = "log.jsonl";
  private static final String WEIGHTS = StateContent.WEIGHTS;
  private static final String BEST = StateContent.BEST;
  private static final String CURVES = "curves.png";

  /** What stands beside {@link RunDescription#FILE}, which is there before them. */
  private static final List<String> BESIDE = List.of(LOG, WEIGHTS, BEST, CURVES);

  private final Path folder;
  private final TrainingStep step;
  private final RunDescription run;
  private final RunSettings settings;
  private final FolderLock lock;
  private final List<String> notes = new ArrayList<>();
  private final StateContent content;
  private RunLog log;
  private RunState start = RunState.START;

  private RunFolder(
      Path folder, TrainingStep step, RunDescription run, RunSettings settings, FolderLock lock) {
    this.folder = folder;
    this.step = step;
    this.run = run;
    this.settings = settings;
    this.lock = lock;
    this.content = new StateContent(step, run.network(), weights(), best());
    if (!lock.isExclusive()) {
      notes.add(FolderLock.noLocks(folder));
    }
  }

  /**
   * Begins a new run in a folder, which is created if needed.
   *
   * @param folder holds no run of which a state was saved
   * @param step trains the network; stays the caller's
   * @param settings what is recorded and kept
   * @return the folder, which the caller closes
   * @throws ButcherblockException if the folder holds a run of which a state was saved, or files of
   *     no run that have the names of those of a run, or cannot be written, or another process
   *     writes a run there
   */
  public static RunFolder begin(Path folder, TrainingStep step, RunSettings settings) {
    return locked(
        folder,
        lock -> {
          if (SavedState.exists(folder)) {
            throw ButcherblockException.of(
                "%s holds a run already; continue it by %s, or give another %s.",
                folder, Setting.RESUME, Setting.OUTPUT);
          }
          refuseWeights(folder);
          clear(folder);
          RunDescription run = RunDescription.of(step.network(), settings);
          run.write(folder);
          RunFolder opened = new RunFolder(folder, step, run, settings, lock);
          opened.log = RunLog.open(opened.log());
          opened.log.write(run.record(0));
          return opened;
        });
  }

  /**
   * Resumes the run in a folder from its newest saved state that is whole, which is loaded into
   * {@code step}. Nothing in the folder is changed before that.
   *
   * @param folder holds a run
   * @param step trains the network; stays the caller's
   * @param settings with the options that the run was begun with; budget, schedule and optimizer
   *     may differ. The record of where the first weights came from is kept
   * @return the folder, which the caller closes; its {@link #notes} tell of states that are damaged
   * @throws ButcherblockException if the folder holds no run, that of another network, or one with
   *     other patches, another seed, another degradation or other images; if none of its states is
   *     whole; or if another process writes a run there
   */
  public static RunFolder resume(Path folder, TrainingStep step, RunSettings settings) {
    // Without a run there is nothing to lock.
    RunDescription unused = RunDescription.read(folder);
    return locked(
        folder,
        lock -> {
          RunDescription before = RunDescription.read(folder);
          RunDescription run = RunDescription.of(step.network(), settings).after(before, folder);
          RunFolder opened = new RunFolder(folder, step, run, settings, lock);
          opened.load();
          run.write(folder);
          if (!run.record(0).equals(before.record(0))) {
            opened.log.write(run.record(opened.start.step()));
          }
          return opened;
        });
  }

  private static RunFolder locked(Path folder, Function<FolderLock, RunFolder> opening) {
    FolderLock lock = FolderLock.take(folder, "run");
    boolean opened = false;
    try {
      SavedState.removePart(folder);
      RunFolder run = opening.apply(lock);
      opened = true;
      return run;
    } catch (IOException e) {
      throw FileFailure.cannot("write", folder, e);
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** Loads the newest whole state, and brings the log and the weights back to it. */
  private void load() {
    Optional<SavedState.Loaded> loaded = SavedState.load(folder, content::load);
    start = loaded.map(state -> state.record().state()).orElse(RunState.START);
    loaded.ifPresent(this::tell);
    loaded.ifPresent(state -> content.restore(state.folder(), state.record()));
    log = logAt(loaded.map(SavedState.Loaded::record));
  }

  private void tell(SavedState.Loaded loaded) {
    if (!loaded.damage().isEmpty()) {
      notes.add(
          "%s; the run continues from the state before, of step %d."
              .formatted(String.join("; ", loaded.damage()), start.step()));
    }
    if (!loaded.record().hasDigests()) {
      notes.add(
          loaded.folder()
              + " was saved by an earlier version without digests, so that damage to its numbers"
              + " would not be noticed.");
    }
  }

  private RunLog logAt(Optional<StateRecord> state) {
    RunLog opened = RunLog.open(log());
    if (state.isPresent() && opened.cut(state.get().logBytes().orElse(-1))) {
      return opened;
    }
    // Of an earlier version, or changed since: the lines say which step they are of.
    opened.close();
    RunLog.truncateAfter(log(), start.step());
    return RunLog.open(log());
  }

  /**
   * Brings weights, optimizer and log back to the newest saved state that is whole, in the middle
   * of a run.
   *
   * @return where the run then stands
   * @throws ButcherblockException if none is whole
   */
  public RunState goBack() {
    log.close();
    load();
    return start;
  }

  /** Sentences on what was found when the folder was opened, for whoever started the run. */
  public List<String> notes() {
    return List.copyOf(notes);
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

  /** They are saved after the state that they belong to, so that here that was removed. */
  private static void refuseWeights(Path folder) {
    for (String file : List.of(WEIGHTS, BEST)) {
      if (exists(folder) && Files.exists(folder.resolve(file))) {
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
    return run.network();
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
    settings
        .options()
        .degradation()
        .validation()
        .ifPresent(jpeg -> record.put("validation_degradation", jpeg.toString()));
    log.write(record);
    if (best) {
      content.isBest();
    }
  }

  /**
   * Notes in the log that the run diverged and went back to its last state.
   *
   * @param divergence what happened
   * @param state where the run stands again
   * @param learningRate the highest from now on
   */
  public void wentBack(Divergence divergence, RunState state, double learningRate) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(RunLog.STEP, state.step());
    record.put("diverged_at", divergence.step());
    record.put("highest_learning_rate", learningRate);
    log.write(record);
  }

  /**
   * Saves the state of the run as one unit, and then the weights of that state where they are
   * looked for.
   *
   * @throws ButcherblockException if the disk is full; the states saved before are then whole
   */
  @Override
  public void save(RunState state) {
    long logBytes = log.force();
    Path saved = SavedState.save(folder, state, logBytes, settings.statesKept(), content::writeTo);
    content.saved(saved);
  }

  @Override
  public void close() {
    log.close();
    lock.close();
  }
}
