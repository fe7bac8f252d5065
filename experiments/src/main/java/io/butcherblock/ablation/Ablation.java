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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;

/**
 * Trains and tests each of some networks with each of some seeds. A seed decides the initial
 * weights and the patches, so that the runs of a seed can be compared in pairs. What is done is
 * kept in a folder: the same ablation begun again there continues, with more seeds if they are
 * given. A network that diverges is trained no more, and not ranked.
 */
public final class Ablation {

  /** Told where the work is. */
  public interface Listener {

    /** A part begins that has no progress of its own. */
    void part(String what);

    /** A run is to be trained; the listener shows its progress. */
    TrainingListener run(PlannedRun run);

    /**
     * A run of an ablation has diverged; the network is trained no more, and the others continue.
     */
    default void diverged(Diverged diverged) {}
  }

  private final Path out;
  private final List<Candidate> candidates;
  private final Images images;
  private final Settings settings;
  private final Device device;
  private final BooleanSupplier stop;

  /**
   * An ablation.
   *
   * @param candidates at least two
   * @param stop asked now and then whether to give up
   * @throws ButcherblockException if an image is too small for a patch
   */
  public Ablation(
      Path out,
      List<Candidate> candidates,
      Images images,
      Settings settings,
      Device device,
      BooleanSupplier stop) {
    PatchLoader.checkSizes(images.training(), settings.patch());
    this.out = out;
    this.candidates = candidates;
    this.images = images;
    this.settings = settings;
    this.device = device;
    this.stop = stop;
  }

  /**
   * Checks that the folder holds nothing yet that this ablation would write over, or this ablation.
   *
   * @param length as of {@link #run}
   * @throws ButcherblockException if it holds an ablation with other options or files of none
   */
  public void check(Budget length) {
    OptionalLong unused = plan(length).checked();
  }

  private Plan plan(Budget length) {
    return new Plan(out, facts(length), options());
  }

  /**
   * Does what is not done yet.
   *
   * @param length steps of each run, or the time of all runs together
   * @return the figures; empty if it was stopped
   * @throws ButcherblockException if the folder holds an ablation with other options, another
   *     process works on it, or all networks diverge
   */
  public Optional<Figures> run(Budget length, Listener listener) {
    try (FolderLock lock = FolderLock.take(out, "ablation")) {
      if (!lock.isExclusive()) {
        listener.part(FolderLock.noLocks(out));
      }
      return runLocked(length, listener);
    } catch (CancellationException e) {
      // Stopped before the first run.
      return Optional.empty();
    }
  }

  private Optional<Figures> runLocked(Budget length, Listener listener) {
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
    FinishedRuns finished = new FinishedRuns(candidates);
    int runs = candidates.size() * settings.seeds();
    int done = 0;
    // Seed by seed: what there is after a stop is a table with fewer seeds.
    for (long seed : settings.allSeeds()) {
      for (Candidate candidate : candidates) {
        done++;
        PlannedRun planned = new PlannedRun(candidate, seed, done, runs, steps, 0);
        if (!finished.isDiverged(candidate) && !run(planned, finished, listener)) {
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
    return Optional.of(new Figures(ranking, images, settings, steps));
  }

  /** Does a run if it is not done yet; returns whether it is done then. */
  private boolean run(PlannedRun planned, FinishedRuns finished, Listener listener) {
    Candidate candidate = planned.candidate();
    Path folder = folder(out, candidate, planned.seed());
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
        result =
            new CandidateRun(settings, images, device, stop).run(planned, folder, listener::run);
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

  /** The folder of a run. */
  static Path folder(Path out, Candidate candidate, long seed) {
    return out.resolve("runs").resolve(candidate.folder()).resolve("seed" + seed);
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
}
