package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.report.CurvesPicture;
import io.butcherblock.report.LearningCurves;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Trainer;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.upscale.Upscaler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;

/**
 * Trains a network with a seed, and tests it with the weights of the last step. A run that was
 * stopped goes on where it was saved.
 */
final class CandidateRun {

  private final Settings settings;
  private final Images images;
  private final Device device;
  private final BooleanSupplier stop;

  CandidateRun(Settings settings, Images images, Device device, BooleanSupplier stop) {
    this.settings = settings;
    this.images = images;
    this.device = device;
    this.stop = stop;
  }

  /**
   * Tests a trained network.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  interface Test<T> {

    /** The result of a network at the end of its run; empty if it was stopped before. */
    Optional<T> of(SuperResolutionNetwork network, RunState end);
  }

  /**
   * Does a run, or what is left of it, and tests the network on the test sets.
   *
   * @param view makes the listener that shows the run
   * @return empty if it was stopped
   * @throws Divergence if the loss is no longer a number
   */
  Optional<RunResult> run(
      PlannedRun planned, Path folder, Function<PlannedRun, TrainingListener> view) {
    Optional<RunResult> result =
        run(planned, folder, view, (network, end) -> result(network, planned, folder, end));
    result.ifPresent(done -> done.write(folder));
    return result;
  }

  private Optional<RunResult> result(
      SuperResolutionNetwork network, PlannedRun planned, Path folder, RunState end) {
    LearningCurves curves = LearningCurves.read(planned.candidate().title(), RunFolder.log(folder));
    return test(network)
        .map(
            tests ->
                new RunResult(planned.seed(), end.seconds(), RunResult.finalLoss(curves), tests));
  }

  /**
   * Does a run, or what is left of it, and then a test of its own.
   *
   * @param view makes the listener that shows the run
   * @return empty if it was stopped
   * @throws Divergence if the loss is no longer a number
   */
  <T> Optional<T> run(
      PlannedRun planned, Path folder, Function<PlannedRun, TrainingListener> view, Test<T> test) {
    Candidate candidate = planned.candidate();
    long seed = planned.seed();
    TrainingOptions options = settings.training(seed, planned.steps());
    try (SuperResolutionNetwork network = candidate.open(settings, seed, device);
        TrainingStep step = new TrainingStep(network, options.adam())) {
      RunFolder opened =
          RunFolder.open(folder, step, options, Map.of("preset", settings.course().toString()));
      RunState end;
      try (RunFolder run = opened) {
        end =
            new Trainer(step, options)
                .run(
                    opened.start(),
                    images.training(),
                    images.validation().of(network),
                    stop,
                    run.and(new CurvesPicture(run))
                        .and(view.apply(planned.begunAt(opened.start().step()))));
      } catch (Divergence e) {
        throw e;
      } catch (ButcherblockException e) {
        throw e.within("%s with seed %d".formatted(candidate.title(), seed));
      }
      return end.step() < planned.steps() ? Optional.empty() : test.of(network, end);
    }
  }

  /** The means over each test set; empty if stopped before. */
  Optional<List<PsnrSsim>> test(SuperResolutionNetwork network) {
    try (Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
      Evaluator evaluator = new Evaluator(upscaler, Protocol.benchmark(settings.scale()));
      List<PsnrSsim> means = new ArrayList<>();
      for (TestSet set : images.tests()) {
        Optional<PsnrSsim> mean = set.evaluate(evaluator, stop);
        if (mean.isEmpty()) {
          return Optional.empty();
        }
        means.add(mean.get());
      }
      return Optional.of(means);
    }
  }
}
