package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FolderLock;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.run.RunFolder;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;

/**
 * Trains and tests each of some networks with each of some seeds. A seed decides the initial
 * weights and the patches, so that the runs of a seed can be compared in pairs. What is done is
 * kept in a folder: the same ablation begun again there continues, with more seeds if they are
 * given. A network that diverges is trained no more, and not ranked.
 */
public final class Ablation implements AutoCloseable {

  /** Told where the work is. */
  public interface Listener {

    /** A part begins that has no progress of its own. */
    default void part(String what) {}

    /** A run is to be trained; returns what is told of its progress. */
    default TrainingListener run(PlannedRun run) {
      return TrainingListener.none();
    }

    /**
     * A run of an ablation has diverged; the network is trained no more, and the others continue.
     */
    default void diverged(Diverged diverged) {}
  }

  private final Path out;
  private final List<Candidate> candidates;
  private final Images images;
  private final Map<String, String> digests;
  private final Settings settings;
  private final Device device;

  /** Held while networks are trained, so that nobody frees the device meanwhile. */
  private final ReentrantLock running = new ReentrantLock();

  private volatile boolean closed;

  /**
   * An ablation.
   *
   * @param candidates at least two
   * @param device copied
   * @throws ButcherblockException if an image is too small for a patch
   */
  Ablation(Path out, List<Candidate> candidates, Images images, Settings settings, Device device) {
    PatchLoader.checkSizes(images.training(), settings.patch());
    this.out = out;
    this.candidates = candidates;
    this.images = images;
    this.digests = images.digests();
    this.settings = settings;
    this.device = new Device(device.type(), device.index());
  }

  /**
   * Begins the setup of an ablation.
   *
   * @param candidates at least two of one scale, as {@link EqualCompute} makes them; the first is
   *     the reference
   */
  public static AblationSetup of(List<Candidate> candidates) {
    return new AblationSetup(candidates);
  }

  /** What is trained on and tested on. */
  public Images images() {
    return images;
  }

  /**
   * Checks that the folder holds nothing yet that this ablation would write over, or this ablation.
   *
   * @param length as of {@link #run}
   * @throws ButcherblockException if it holds an ablation with other options or files of none
   */
  public void check(Budget length) {
    Objects.requireNonNull(length, "length");
    OptionalLong unused = plan(length).checked();
  }

  private Plan plan(Budget length) {
    return new Plan(out, facts(length), options(), digests);
  }

  /**
   * Does what is not done yet. What is done is kept in the folder, also if the process ends before.
   *
   * @param length steps of each run, or the time of all runs together
   * @return the result
   * @throws ButcherblockException if the folder holds an ablation with other options, another
   *     process works on it, or all networks diverge
   * @throws IllegalStateException if this is closed, or is before all is done
   */
  public AblationResult run(Budget length) {
    return run(length, new Listener() {}, () -> false)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The ablation was closed before all was done; the same one continues."));
  }

  /**
   * Does what is not done yet, with a listener, until it is stopped.
   *
   * @param length steps of each run, or the time of all runs together
   * @param stop asked now and then whether to give up; the same ablation continues later
   * @return the result; empty if it was stopped
   * @throws ButcherblockException as {@link #run(Budget)}
   * @throws IllegalStateException if this is closed
   */
  public Optional<AblationResult> run(Budget length, Listener listener, BooleanSupplier stop) {
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(stop, "stop");
    running.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The ablation is closed.");
      }
      return runUnclosed(length, listener, () -> closed || stop.getAsBoolean());
    } finally {
      if (closed) {
        device.close();
      }
      running.unlock();
    }
  }

  private Optional<AblationResult> runUnclosed(
      Budget length, Listener listener, BooleanSupplier stop) {
    try (FolderLock lock = FolderLock.take(out, "ablation")) {
      if (!lock.isExclusive()) {
        listener.part(FolderLock.noLocks(out));
      }
      return runLocked(length, listener, stop);
    } catch (CancellationException e) {
      // Stopped before the first run.
      return Optional.empty();
    }
  }

  private Optional<AblationResult> runLocked(
      Budget length, Listener listener, BooleanSupplier stop) {
    long steps =
        plan(length)
            .steps(
                () -> {
                  if (length instanceof Budget.Steps given) {
                    return given.steps();
                  }
                  listener.part("measuring how fast networks are trained and tested here");
                  return new BudgetProbe(candidates, images, settings, device, stop)
                      .steps(((Budget.Time) length).time());
                });
    CandidateRun run = new CandidateRun(settings, images, device, stop);
    FinishedRuns finished = new FinishedRuns(candidates);
    int runs = candidates.size() * settings.seeds();
    int done = 0;
    // Seed by seed: what there is after a stop is a table with fewer seeds.
    for (long seed : settings.allSeeds()) {
      for (Candidate candidate : candidates) {
        done++;
        PlannedRun planned = new PlannedRun(candidate, seed, done, runs, steps, 0);
        if (!finished.isDiverged(candidate) && !complete(run, planned, finished, listener)) {
          return Optional.empty();
        }
      }
    }
    Ranking ranking = finished.ranking();
    if (ranking.scores().isEmpty()) {
      throw ButcherblockException.of(
          "No network was trained to its end, since the loss of each was no longer a number: give a"
              + " lower %s (now %s), and another %s.",
          Setting.LEARNING_RATE, settings.learningRate(), Setting.OUTPUT);
    }
    return Optional.of(new AblationResult(ranking, images, settings, steps, out));
  }

  /** Does a run if it is not done yet; returns whether it is done then. */
  private boolean complete(
      CandidateRun run, PlannedRun planned, FinishedRuns finished, Listener listener) {
    Candidate candidate = planned.candidate();
    Path folder = candidate.folder(out, planned.seed());
    // Results of a scheme that was declared otherwise would be those of another network.
    new RunFolder(folder)
        .network()
        .ifPresent(network -> WeightsInfo.of(network).check(candidate.spec(), folder));
    Optional<Diverged> before = Diverged.read(candidate, planned.seed(), folder);
    if (before.isPresent()) {
      finished.add(before.get());
      return true;
    }
    Optional<RunResult> result = RunResult.read(folder);
    if (result.isEmpty()) {
      try {
        result = run.run(planned, folder, listener::run);
      } catch (Divergence e) {
        Diverged diverged = new Diverged(candidate, planned.seed(), e.step());
        diverged.write(folder);
        listener.diverged(diverged);
        finished.add(diverged);
        return true;
      }
    }
    result.ifPresent(one -> finished.add(candidate, one));
    return result.isPresent();
  }

  /**
   * What must be the same when the ablation continues. The number of seeds need not: a run does not
   * depend on it, and further ones can be added.
   */
  private Map<Setting, String> options() {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    options.put(Setting.SCALE, String.valueOf(settings.scale()));
    options.put(Setting.SEED, String.valueOf(settings.firstSeed()));
    options.put(Setting.PATCH_SIZE, String.valueOf(settings.patch()));
    options.put(Setting.BATCH_SIZE, String.valueOf(settings.batch()));
    options.put(Setting.LEARNING_RATE, String.valueOf(settings.learningRate()));
    options.put(Setting.PRECISION, settings.precision().toString());
    return options;
  }

  /** What else must be the same, by what it is called. */
  private Map<String, String> facts(Budget length) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "the networks",
        candidates.stream()
            .map(each -> each.title() + " " + each.shape())
            .collect(Collectors.joining(", ")));
    facts.put("a length of", length.toString());
    facts.put("training on", images.trainedOn());
    facts.put("testing on", images.testedOn());
    return facts;
  }

  /**
   * Frees the handle of the device. While another thread {@linkplain #run(Budget, Listener,
   * BooleanSupplier) runs} this, it waits until that has stopped, as if {@code stop} had returned
   * true; called by a listener, that is done after it has returned. Further calls do nothing.
   */
  @Override
  public void close() {
    closed = true;
    if (running.isHeldByCurrentThread()) {
      return;
    }
    running.lock();
    try {
      device.close();
    } finally {
      running.unlock();
    }
  }
}
