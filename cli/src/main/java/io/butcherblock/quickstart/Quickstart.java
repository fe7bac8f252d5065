package io.butcherblock.quickstart;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PatchLoader;
import io.butcherblock.data.PatchOptions;
import io.butcherblock.device.Precision;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.report.CurvesPicture;
import io.butcherblock.report.LearningCurves;
import io.butcherblock.synthetic.SyntheticSet;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.StepBudget;
import io.butcherblock.train.StepTime;
import io.butcherblock.train.Trainer;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.train.Validation;
import io.butcherblock.upscale.Upscaler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;

/**
 * Trains a small x2 network for each of four schemes on synthetic images, all with the same number
 * of evaluations of the same vector field, the same patches and the same number of steps, and
 * compares them on images not trained on.
 */
public final class Quickstart {

  static final int SCALE = 2;

  private static final int TRAINING_IMAGES = 96;
  private static final int TEST_IMAGES = 6;
  private static final int PATCH = 24;
  private static final int BATCH = 8;
  private static final double LEARNING_RATE = 2e-3;
  private static final int RISE = 50;
  private static final int LOG_EVERY = 20;
  private static final int WARMUP_STEPS = 10;
  private static final int MEASURED_STEPS = 10;

  /**
   * What comes of the job.
   *
   * @param page a self-contained HTML page
   * @param table its table for a terminal, and the protocol
   * @param steps how many each network was trained
   */
  public record Result(Path page, String table, long steps) {}

  /** Told where the job is. */
  public interface Listener {

    /** A part of the job begins that has no progress of its own. */
    void part(String what);

    /**
     * A network is to be trained; the listener shows its progress.
     *
     * @param number which of them, from 1
     * @param all how many there are
     */
    TrainingListener training(String scheme, int number, int all, Budget budget);

    /** How a person enlarges an image by the weights of a network, for the page. */
    String useOfWeights(String network, Path weights);
  }

  private final Path out;
  private final long seed;
  private final Device device;
  private final Precision precision;
  private final BooleanSupplier stop;

  /**
   * A quickstart.
   *
   * @param out the folder that results are written to, over those of an earlier quickstart
   * @param precision of training and of the enlargements
   * @param stop asked after each step whether to give up
   */
  public Quickstart(Path out, long seed, Device device, Precision precision, BooleanSupplier stop) {
    this.out = out;
    this.seed = seed;
    this.device = device;
    this.precision = precision;
    this.stop = stop;
  }

  /**
   * Does the job.
   *
   * @param budget how many steps each network is trained
   * @return what came of it; empty if it was stopped
   */
  public Optional<Result> run(StepBudget budget, Listener listener) {
    listener.part("making " + (TRAINING_IMAGES + TEST_IMAGES) + " synthetic images");
    List<ImagePair> training = SyntheticSet.training(seed, TRAINING_IMAGES, SCALE);
    List<Image> test = SyntheticSet.test(seed, TEST_IMAGES);
    SyntheticSet.write(test, "test", out.resolve("images"));
    List<ImagePair> testPairs = SyntheticSet.pairs(test, "test", SCALE);

    List<Candidate> candidates = Candidate.all(Catalogue.onClassPath());
    long steps = budget.steps(() -> secondsOfStep(candidates.get(0), training), candidates.size());
    List<CandidateResult> outcomes = new ArrayList<>();
    for (Candidate candidate : candidates) {
      TrainingListener view =
          listener.training(
              candidate.title(), outcomes.size() + 1, candidates.size(), new Budget.Steps(steps));
      outcomes.add(compete(candidate, steps, training, testPairs, view));
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
    }
    listener.part("writing the report");
    ReportPage report = new ReportPage(outcomes, testPairs, precision, listener::useOfWeights);
    return Optional.of(new Result(report.write(out), report.text(), steps));
  }

  private CandidateResult compete(
      Candidate candidate,
      long steps,
      List<ImagePair> training,
      List<ImagePair> test,
      TrainingListener view) {
    TrainingOptions options = options(steps);
    try (SuperResolutionNetwork network = network(candidate);
        TrainingStep step = new TrainingStep(network, options.adam())) {
      Path folder = out.resolve(candidate.fileName());
      RunFolder.clear(folder);
      RunFolder run = RunFolder.begin(folder, step, options, Map.of("preset", "quickstart"));
      RunState end;
      try (run) {
        end =
            new Trainer(step, options)
                .run(
                    RunState.START,
                    training,
                    Validation.of(test, SCALE).of(network),
                    stop,
                    run.and(new CurvesPicture(run)).and(view));
      }
      Protocol protocol = Protocol.benchmark(SCALE);
      try (Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
        Evaluation evaluation =
            new Evaluation(
                candidate.title(),
                SCALE,
                "synthetic",
                protocol,
                false,
                new Evaluator(upscaler, protocol).evaluate(test, (image, done, all) -> {}));
        List<Image> upscaled =
            test.stream()
                .map(pair -> upscaler.upscale(pair.load().lr(), (done, all) -> {}))
                .toList();
        return new CandidateResult(
            candidate,
            evaluation,
            upscaled,
            LearningCurves.read(candidate.title() + ", " + candidate.shape(), run.log()),
            run.weights(),
            end);
      }
    }
  }

  /** Measured on a network that is then thrown away. */
  private double secondsOfStep(Candidate candidate, List<ImagePair> training) {
    try (SuperResolutionNetwork network = network(candidate);
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER);
        PatchLoader batches = new PatchLoader(training, patches())) {
      return StepTime.seconds(step, batches, LEARNING_RATE, WARMUP_STEPS, MEASURED_STEPS);
    }
  }

  private SuperResolutionNetwork network(Candidate candidate) {
    SuperResolutionNetwork network =
        new SuperResolutionNetwork(candidate.spec(), SCALE, seed, device);
    network.use(precision);
    return network;
  }

  private PatchOptions patches() {
    return PatchOptions.of(SCALE).withPatch(PATCH).withBatch(BATCH).withSeed(seed);
  }

  private TrainingOptions options(long steps) {
    return new TrainingOptions(
        PATCH,
        BATCH,
        new Budget.Steps(steps),
        AdamSettings.PAPER.withLearningRate(LEARNING_RATE),
        new Schedule.Cosine(Math.min(RISE, steps / 10)),
        seed,
        LOG_EVERY,
        0);
  }
}
