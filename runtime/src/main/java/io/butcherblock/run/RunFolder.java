package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FolderLock;
import io.butcherblock.files.Json;
import io.butcherblock.files.RunLog;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.train.CurrentLevel;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.LevelReport;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingStep;
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

  private final Path folder;
  private final CurrentLevel level;
  private final RunDescription run;
  private final RunSettings settings;
  private final FolderLock lock;
  private final List<String> notes = new ArrayList<>();
  private final StateContent content;
  private TrainingLog log;
  private RunState start = RunState.START;

  private RunFolder(
      Path folder, CurrentLevel level, RunDescription run, RunSettings settings, FolderLock lock) {
    this.folder = folder;
    this.level = level;
    this.run = run;
    this.settings = settings;
    this.lock = lock;
    this.content = new StateContent(level, settings.options().degradation(), weights(), best());
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
    return begin(folder, CurrentLevel.only(step), settings);
  }

  /** As {@link #begin(Path, TrainingStep, RunSettings)}, for a run of one or several levels. */
  public static RunFolder begin(Path folder, CurrentLevel level, RunSettings settings) {
    if (!SavedState.exists(folder)) {
      // Before the lock, whose file would be left in a folder of somebody's.
      RunFiles.refuseWeights(folder);
    }
    return locked(
        folder,
        lock -> {
          if (SavedState.exists(folder)) {
            throw ButcherblockException.of(
                "%s holds a run already; continue it by %s, or give another %s.",
                folder, Setting.RESUME, Setting.OUTPUT);
          }
          RunFiles.refuseWeights(folder);
          RunFiles.clear(folder);
          RunDescription run =
              RunDescription.of(level.network(), level.levels().finest(), settings);
          run.write(folder);
          RunFolder opened = new RunFolder(folder, level, run, settings, lock);
          opened.log = TrainingLog.open(opened.log());
          opened.log.recipe(run, RunState.START);
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
    return resume(folder, CurrentLevel.only(step), settings);
  }

  /**
   * As {@link #resume(Path, TrainingStep, RunSettings)}, for a run of one or several levels; {@code
   * level} then is at that of the state.
   */
  public static RunFolder resume(Path folder, CurrentLevel level, RunSettings settings) {
    // Without a run there is nothing to lock.
    RunDescription unused = RunDescription.read(folder);
    return locked(
        folder,
        lock -> {
          RunDescription before = RunDescription.read(folder);
          RunDescription run =
              RunDescription.of(level.network(), level.levels().finest(), settings)
                  .after(before, folder, settings.images().notes());
          RunFolder opened = new RunFolder(folder, level, run, settings, lock);
          opened.load();
          run.write(folder);
          if (!run.record(0).equals(before.record(0))) {
            opened.log.recipe(run, opened.start);
          }
          return opened;
        });
  }

  private static RunFolder locked(Path folder, Function<FolderLock, RunFolder> opening) {
    FolderLock lock = FolderLock.take(folder, "run");
    boolean opened = false;
    try {
      RunFiles.removeParts(folder);
      RunFolder run = opening.apply(lock);
      opened = true;
      return run;
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
    log = TrainingLog.at(log(), loaded.map(SavedState.Loaded::record));
  }

  private void tell(SavedState.Loaded loaded) {
    if (!loaded.damage().isEmpty()) {
      notes.add(
          "%s; the run continues from the state before, of step %s."
              .formatted(String.join("; ", loaded.damage()), start.step()));
    }
    if (!loaded.record().hasDigests()) {
      notes.add(
          loaded.folder()
              + " was saved by an earlier version without digests, so that damage to its numbers"
              + " would not be noticed.");
    }
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
    RunFiles.checkInputs(folder, inputs);
  }

  /** Whether a folder holds a run. */
  public static boolean exists(Path folder) {
    return RunFiles.exist(folder);
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
    RunFiles.clear(folder);
  }

  /** The state of the run when its folder was opened; {@link RunState#START} for a new run. */
  public RunState start() {
    return start;
  }

  /** The metadata of the run's weights files, which describe its network, as text by name. */
  public Map<String, String> metadata() {
    return run.network();
  }

  /** The network and the options of the run, and where they come from, by name. */
  Map<String, Object> recipe() {
    Map<String, Object> recipe = new LinkedHashMap<>(run.network());
    recipe.putAll(run.record(0));
    recipe.remove(RunLog.STEP);
    return recipe;
  }

  /** The file of the newest weights of this run; not there before the first save. */
  public Path weights() {
    return weights(folder);
  }

  /** The file of the newest weights of the run in a folder. */
  public static Path weights(Path folder) {
    return folder.resolve(RunFiles.WEIGHTS);
  }

  /** The file of the weights of the best validation; not there in a run without validation. */
  public Path best() {
    return best(folder);
  }

  /** The file of the weights of the best validation of the run in a folder. */
  public static Path best(Path folder) {
    return folder.resolve(RunFiles.BEST);
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
    return folder.resolve(RunFiles.CURVES);
  }

  /** The file that a listener may write a page on this run to; this class does not write it. */
  public Path report() {
    return folder.resolve(RunFiles.REPORT);
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /**
   * The options of the run in a folder, as text by name, and where they and its first weights come
   * from: {@code preset}, {@code start_from}.
   *
   * @throws ButcherblockException if there is no run, or {@code run.json} cannot be read
   */
  public static Map<String, String> options(Path folder) {
    RunDescription run = RunDescription.read(folder);
    Map<String, String> options = new LinkedHashMap<>(run.origin());
    options.putAll(run.training());
    return options;
  }

  /**
   * The images that the run in a folder is validated on: how many, and a digest that tells whether
   * two runs have the same.
   *
   * @return empty if the run is of an earlier version, which kept none
   * @throws ButcherblockException if there is no run, or {@code run.json} cannot be read
   */
  public static Optional<String> validationImages(Path folder) {
    return Optional.ofNullable(RunDescription.read(folder).images().get(ImagesDigest.VALIDATION));
  }

  /** The file that describes the run in a folder. */
  public static Path description(Path folder) {
    return folder.resolve(RunDescription.FILE);
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

  /** The log of the run in a folder: a text file with a JSON object on each line. */
  public static Path log(Path folder) {
    return folder.resolve(RunFiles.LOG);
  }

  /** The log of this run: a text file with a JSON object on each line. */
  public Path log() {
    return log(folder);
  }

  @Override
  public void steps(StepReport report) {
    log.steps(report);
  }

  @Override
  public void validated(RunState state, PsnrSsim quality, boolean best) {
    log.validated(state, quality, level.network().scale(), settings.options().degradation());
    if (best) {
      content.isBest();
    }
  }

  @Override
  public void level(LevelReport report) {
    log.level(report);
  }

  /**
   * Notes in the log that the run diverged and went back to its last state.
   *
   * @param divergence what happened
   * @param state where the run stands again
   * @param learningRate the highest from now on
   */
  public void wentBack(Divergence divergence, RunState state, double learningRate) {
    log.wentBack(divergence, state, learningRate);
  }

  /**
   * Saves the state of the run as one unit, and then the weights of that state where they are
   * looked for.
   *
   * @throws ButcherblockException if the disk is full; the states saved before are then whole. If
   *     the folder was removed or moved: what would be saved could not be resumed, since {@code
   *     run.json} and the beginning of the log are not there
   */
  @Override
  public void save(RunState state) {
    if (!exists(folder)) {
      throw ButcherblockException.of(
          "%s is no longer there: the folder of the run was removed or moved while the run went on."
              + " What was saved is where the folder is now.",
          description(folder));
    }
    long logBytes = log.force();
    Path saved = SavedState.save(folder, state, logBytes, settings.statesKept(), content::writeTo);
    content.saved(saved);
  }

  @Override
  public void close() {
    try {
      log.close();
    } finally {
      lock.close();
    }
  }
}
