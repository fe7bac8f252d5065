package io.butcherblock.run;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FolderLock;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the {@link RunFolder} of a training run while it is trained, and the states to resume
 * from; holds the folder's lock. The caller closes it.
 */
public final class RunWriter implements TrainingListener, AutoCloseable {

  private final RunFolder folder;
  private final CurrentLevel level;
  private final RunDescription run;
  private final RunSettings settings;
  private final FolderLock lock;
  private final List<String> notes = new ArrayList<>();
  private final StateContent content;
  private TrainingLog log;
  private RunState start = RunState.START;

  private RunWriter(
      Path path, CurrentLevel level, RunDescription run, RunSettings settings, FolderLock lock) {
    this.folder = new RunFolder(path);
    this.level = level;
    this.run = run;
    this.settings = settings;
    this.lock = lock;
    this.content =
        new StateContent(level, settings.options().degradation(), folder.weights(), folder.best());
    if (!lock.isExclusive()) {
      notes.add(FolderLock.noLocks(path));
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
  public static RunWriter begin(Path folder, TrainingStep step, RunSettings settings) {
    return begin(folder, CurrentLevel.only(step, settings.options().budget()), settings);
  }

  /** As {@link #begin(Path, TrainingStep, RunSettings)}, for a run of one or several levels. */
  public static RunWriter begin(Path folder, CurrentLevel level, RunSettings settings) {
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
          RunWriter opened = new RunWriter(folder, level, run, settings, lock);
          opened.log = TrainingLog.open(opened.folder.log());
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
  public static RunWriter resume(Path folder, TrainingStep step, RunSettings settings) {
    return resume(folder, CurrentLevel.only(step, settings.options().budget()), settings);
  }

  /**
   * As {@link #resume(Path, TrainingStep, RunSettings)}, for a run of one or several levels; {@code
   * level} then is at that of the state.
   */
  public static RunWriter resume(Path folder, CurrentLevel level, RunSettings settings) {
    // Without a run there is nothing to lock.
    RunDescription unused = RunDescription.read(folder);
    return locked(
        folder,
        lock -> {
          RunDescription before = RunDescription.read(folder);
          RunDescription run =
              RunDescription.of(level.network(), level.levels().finest(), settings)
                  .after(before, folder, settings.images().notes());
          RunWriter opened = new RunWriter(folder, level, run, settings, lock);
          opened.load();
          run.write(folder);
          if (!run.record(0).equals(before.record(0))) {
            opened.log.recipe(run, opened.start);
          }
          return opened;
        });
  }

  private static RunWriter locked(Path folder, Function<FolderLock, RunWriter> opening) {
    FolderLock lock = FolderLock.take(folder, "run");
    boolean opened = false;
    try {
      RunFiles.removeParts(folder);
      RunWriter run = opening.apply(lock);
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
    Optional<SavedState.Loaded> loaded = SavedState.load(folder.path(), content::load);
    start = loaded.map(state -> state.record().state()).orElse(RunState.START);
    loaded.ifPresent(this::tell);
    loaded.ifPresent(state -> content.restore(state.folder(), state.record()));
    log = TrainingLog.at(folder.log(), loaded.map(SavedState.Loaded::record));
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

  /** Where the run is written. */
  public RunFolder folder() {
    return folder;
  }

  /** The state of the run when its folder was opened; {@link RunState#START} for a new run. */
  public RunState start() {
    return start;
  }

  /** The network and the options of the run, and where they come from, by name. */
  Map<String, Object> recipe() {
    Map<String, Object> recipe = new LinkedHashMap<>(run.network());
    recipe.putAll(run.record(0));
    recipe.remove(RunLog.STEP);
    return recipe;
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
  public void logDivergence(Divergence divergence, RunState state, double learningRate) {
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
    if (!folder.exists()) {
      throw ButcherblockException.of(
          "%s is no longer there: the folder of the run was removed or moved while the run went on."
              + " What was saved is where the folder is now.",
          folder.description());
    }
    long logBytes = log.force();
    Path saved =
        SavedState.save(folder.path(), state, logBytes, settings.statesKept(), content::writeTo);
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
