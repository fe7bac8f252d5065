package io.butcherblock.ablation;

import io.butcherblock.data.PatchLoader;
import io.butcherblock.train.Budget;
import io.butcherblock.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * kept in a folder: the same ablation begun again there goes on.
 */
public final class Ablation {

  /** Told where the ablation is. */
  public interface Listener {

    /** A part begins that has no progress of its own. */
    void part(String what);

    /** A run is to be trained; the listener shows its progress. */
    TrainingListener run(Turn turn);
  }

  /**
   * A run among all.
   *
   * @param number which of them, from 1
   * @param runs how many there are
   * @param stepsOfOthers steps of the runs that are done
   * @param begun steps of this run that were done before, when it was stopped
   * @param steps of all runs
   */
  public record Turn(
      Contestant contestant,
      long seed,
      int number,
      int runs,
      long stepsOfOthers,
      long begun,
      long steps) {}

  private final Path out;
  private final List<Contestant> contestants;
  private final Images images;
  private final Settings settings;
  private final Device device;
  private final BooleanSupplier stop;

  /**
   * An ablation.
   *
   * @param contestants at least two
   * @param stop asked now and then whether to give up
   */
  public Ablation(
      Path out,
      List<Contestant> contestants,
      Images images,
      Settings settings,
      Device device,
      BooleanSupplier stop) {
    this.out = out;
    this.contestants = contestants;
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
   * @throws io.butcherblock.error.UserError if the folder holds an ablation with other options
   */
  public Optional<Figures> run(Budget length, Listener listener) {
    PatchLoader.checkSizes(images.training(), settings.patch());
    long steps =
        new Plan(out, options(length))
            .steps(
                () -> {
                  if (length instanceof Budget.Steps given) {
                    return given.steps();
                  }
                  listener.part("measuring how fast networks are trained and tested here");
                  return new Rehearsal(contestants, images, settings, device)
                      .steps(((Budget.Time) length).time());
                });
    Map<Contestant, List<RunResult>> results = new LinkedHashMap<>();
    contestants.forEach(contestant -> results.put(contestant, new ArrayList<>()));
    int runs = contestants.size() * settings.seeds();
    int done = 0;
    // Seed by seed: what there is after a stop is a table with fewer seeds.
    for (long seed : settings.allSeeds()) {
      for (Contestant contestant : contestants) {
        Path folder = folder(out, contestant, seed);
        Optional<RunResult> result = RunResult.read(folder);
        if (result.isEmpty()) {
          int before = done;
          result =
              new ContestantRun(settings, images, device, stop)
                  .run(
                      contestant,
                      seed,
                      steps,
                      folder,
                      begun ->
                          listener.run(
                              new Turn(
                                  contestant,
                                  seed,
                                  before + 1,
                                  runs,
                                  before * steps,
                                  begun,
                                  runs * steps)));
        }
        if (result.isEmpty()) {
          return Optional.empty();
        }
        results.get(contestant).add(result.get());
        done++;
      }
    }
    List<Standing> standings =
        results.entrySet().stream()
            .map(entry -> new Standing(entry.getKey(), entry.getValue()))
            .toList();
    return Optional.of(new Figures(new Ranking(standings), images, settings, steps));
  }

  /** The folder of a run. */
  static Path folder(Path out, Contestant contestant, long seed) {
    return out.resolve("runs")
        .resolve(contestant.spec().scheme().facts().name())
        .resolve(contestant.spec().derivative().name())
        .resolve("seed" + seed);
  }

  /** What must be the same when the ablation goes on. */
  private Map<String, String> options(Budget length) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(
        "the networks",
        contestants.stream()
            .map(each -> each.title() + " " + each.shape())
            .collect(Collectors.joining(", ")));
    options.put("--scale", String.valueOf(settings.scale()));
    options.put("--seeds", String.valueOf(settings.seeds()));
    options.put("--seed", String.valueOf(settings.firstSeed()));
    options.put("a length of", length.toString());
    options.put("--patch", String.valueOf(settings.patch()));
    options.put("--batch", String.valueOf(settings.batch()));
    options.put("--learning-rate", String.valueOf(settings.learningRate()));
    options.put("training on", images.trainedOn());
    options.put("testing on", images.testedOn());
    return options;
  }
}
