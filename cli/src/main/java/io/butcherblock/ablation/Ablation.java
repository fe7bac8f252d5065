package io.butcherblock.ablation;

import io.butcherblock.data.PatchLoader;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.TrainingListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;

/**
 * Trains and tests each of some networks with each of some seeds. A seed decides the initial
 * weights and the patches, so that the runs of a seed can be compared in pairs. What is done is
 * kept in a folder: the same ablation begun again there goes on, with more seeds if they are given.
 * A network that diverges is trained no more, and not ranked.
 */
public final class Ablation {

  /** Told where the work is. */
  public interface Listener {

    /** A part begins that has no progress of its own. */
    void part(String what);

    /** A run is to be trained; the listener shows its progress. */
    TrainingListener run(PlannedRun run);

    /** A run of an ablation has diverged; the network is trained no more, and the others go on. */
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
   * Does what is not done yet.
   *
   * @param length steps of each run, or the time of all runs together
   * @return the figures; empty if it was stopped
   * @throws ButcherblockException if the folder holds an ablation with other options, or all
   *     networks diverge
   */
  public Optional<Figures> run(Budget length, Listener listener) {
    long steps =
        new Plan(out, options(length))
            .steps(
                () -> {
                  if (length instanceof Budget.Steps given) {
                    return given.steps();
                  }
                  listener.part("measuring how fast networks are trained and tested here");
                  return new BudgetProbe(candidates, images, settings, device)
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
      throw new ButcherblockException(
          "No network was trained to its end, since the loss of each was no longer a number: lower --learning-rate (now %s), and give another --out."
              .formatted(settings.learningRate()));
    }
    return Optional.of(new Figures(ranking, images, settings, steps));
  }

  /** Does a run if it is not done yet; returns whether it is done then. */
  private boolean run(PlannedRun planned, FinishedRuns finished, Listener listener) {
    Candidate candidate = planned.candidate();
    Path folder = folder(out, candidate, planned.seed());
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
    return out.resolve("runs")
        .resolve(candidate.spec().scheme().facts().name())
        .resolve(candidate.spec().vectorField().name())
        .resolve("seed" + seed);
  }

  /**
   * What must be the same when the ablation goes on. The number of seeds need not: a run does not
   * depend on it, and further ones can be added.
   */
  private Map<String, String> options(Budget length) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(
        "the networks",
        candidates.stream()
            .map(each -> each.title() + " " + each.shape())
            .collect(Collectors.joining(", ")));
    options.put("--scale", String.valueOf(settings.scale()));
    options.put("--seed", String.valueOf(settings.firstSeed()));
    options.put("a length of", length.toString());
    options.put("--patch", String.valueOf(settings.patch()));
    options.put("--batch", String.valueOf(settings.batch()));
    options.put("--learning-rate", String.valueOf(settings.learningRate()));
    options.put("--precision", settings.precision().toString());
    options.put("training on", images.trainedOn());
    options.put("testing on", images.testedOn());
    return options;
  }
}
