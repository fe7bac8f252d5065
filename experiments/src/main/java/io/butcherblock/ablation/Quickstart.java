package io.butcherblock.ablation;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.files.FolderLock;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.run.RunFolder;
import io.butcherblock.synthetic.SyntheticSet;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;

/**
 * The smallest ablation, with a page of pictures: a small x2 network for each of four schemes with
 * the same vector field, at equal compute, with one seed, on synthetic images. Unlike an {@link
 * Ablation} it begins anew each time.
 */
public final class Quickstart {

  private static final int SCALE = 2;

  private static final String TEST = "test";
  private static final int TRAINING_IMAGES = 96;
  private static final int TEST_IMAGES = 6;
  private static final int PATCH = 24;
  private static final int BATCH = 8;
  private static final double LEARNING_RATE = 2e-3;
  private static final int WARMUP_STEPS = 10;
  private static final int MEASURED_STEPS = 10;

  /** Of Euler, which evaluates G once in each; a multiple of the evaluations of every scheme. */
  private static final int BLOCKS = 12;

  private static final int CHANNELS = 16;
  private static final String VECTOR_FIELD = "gv2";
  private static final List<String> TITLES = List.of("Euler", "Leapfrog", "Heun", "RK3");
  private static final List<String> NETWORKS =
      List.of("edsr-baseline", "oisr-lf-s", "oisr-rk2-s", "oisr-rk3");

  /**
   * What a quickstart leaves.
   *
   * @param page a self-contained HTML page
   * @param table its table for a terminal, and the protocol
   * @param caution why the figures say little, if so, without what could be done
   */
  public record Result(Path page, String table, Optional<String> caution) {}

  private final Path out;
  private final Settings settings;
  private final Device device;
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
    this.settings =
        new Settings(1, seed, SCALE, PATCH, BATCH, LEARNING_RATE, precision)
            .withCourse(Course.QUICKSTART);
    this.device = device;
    this.stop = stop;
  }

  /**
   * Trains, tests and reports.
   *
   * @param length how many steps each network is trained
   * @param useOfWeights how a person enlarges an image by the weights of a network, given its name
   *     and the file, for the page
   * @return what is left; empty if it was stopped
   */
  public Optional<Result> run(
      StepBudget length,
      Ablation.Listener listener,
      BiFunction<String, Path, String> useOfWeights) {
    try (FolderLock lock = FolderLock.take(out, "quickstart")) {
      if (!lock.isExclusive()) {
        listener.part(FolderLock.noLocks(out));
      }
      return runLocked(length, listener, useOfWeights);
    } catch (CancellationException e) {
      // Stopped before the first run.
      return Optional.empty();
    }
  }

  private Optional<Result> runLocked(
      StepBudget length,
      Ablation.Listener listener,
      BiFunction<String, Path, String> useOfWeights) {
    listener.part("making " + (TRAINING_IMAGES + TEST_IMAGES) + " synthetic images");
    Images images = images();
    List<ImagePair> test = images.tests().get(0).pairs();
    List<Candidate> candidates = candidates(Catalogue.onClassPath());
    BudgetProbe probe = new BudgetProbe(candidates, images, settings, device, stop);
    long steps =
        length.steps(
            () -> probe.secondsOfStep(candidates.get(0), WARMUP_STEPS, MEASURED_STEPS),
            candidates.size());
    List<QuickstartResult> results = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Path folder = out.resolve(candidate.spec().scheme().facts().name());
      new RunFolder(folder).clear();
      PlannedRun planned =
          new PlannedRun(
              candidate, settings.firstSeed(), results.size() + 1, candidates.size(), steps, 0);
      new CandidateRun(settings, images, device, stop)
          .run(
              planned,
              folder,
              listener::run,
              (network, end) -> Optional.of(result(candidate, network, end, test, folder)))
          .ifPresent(results::add);
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
    }
    listener.part("writing the report");
    QuickstartPage report = new QuickstartPage(results, test, settings.precision(), useOfWeights);
    return Optional.of(new Result(report.write(out), report.text(), report.caution()));
  }

  /** The files that a quickstart writes beside its runs: a page, and PNG files. */
  public static List<Path> files(Path out) {
    List<Path> files = new ArrayList<>();
    files.add(QuickstartPage.file(out));
    files.add(QuickstartPage.curves(out));
    for (int i = 1; i <= TEST_IMAGES; i++) {
      files.add(out.resolve("images").resolve(TEST + i + ".png"));
    }
    return files;
  }

  private Images images() {
    List<ImagePair> training = SyntheticSet.training(settings.firstSeed(), TRAINING_IMAGES, SCALE);
    List<Image> test = SyntheticSet.test(settings.firstSeed(), TEST_IMAGES);
    SyntheticSet.write(test, TEST, out.resolve("images"));
    List<ImagePair> pairs = SyntheticSet.pairs(test, TEST, SCALE);
    return new Images(
        TRAINING_IMAGES + " synthetic images",
        training,
        Validation.of(pairs, SCALE),
        List.of(TestSet.of("synthetic", pairs, SCALE)));
  }

  /** Networks of four schemes at equal compute. */
  static List<Candidate> candidates(Catalogue catalogue) {
    List<NetworkSpec> networks =
        NETWORKS.stream()
            .map(
                name ->
                    catalogue.network(name).withVectorField(catalogue.vectorField(VECTOR_FIELD)))
            .toList();
    List<Candidate> candidates = EqualCompute.of(networks, BLOCKS, CHANNELS, SCALE);
    List<Candidate> titled = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      titled.add(candidates.get(i).titled(TITLES.get(i)));
    }
    return titled;
  }

  private static QuickstartResult result(
      Candidate candidate,
      SuperResolutionNetwork network,
      RunState end,
      List<ImagePair> test,
      Path folder) {
    Protocol protocol = Protocol.benchmark(SCALE);
    try (SuperResolution sr = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
      Evaluation evaluation =
          new Evaluation(
              candidate.title(),
              SCALE,
              "synthetic",
              protocol,
              false,
              new Evaluator(sr.upscaler(), protocol).evaluate(test, (image, done, all) -> {}));
      List<Image> upscaled = test.stream().map(pair -> sr.upscale(pair.load().lr())).toList();
      return new QuickstartResult(
          candidate,
          evaluation,
          upscaled,
          LearningCurves.read(candidate.caption(), new RunFolder(folder).log()),
          new RunFolder(folder).weights(),
          end);
    }
  }
}
