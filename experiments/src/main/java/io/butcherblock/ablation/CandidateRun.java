package io.butcherblock.ablation;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.results.CurvesPicture;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.run.RunFolder;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.DrawingListener;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;

/**
 * Trains a network with a seed, and tests it with the weights of the last step. A run that was
 * stopped resumes where it was saved.
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
    LearningCurves curves =
        LearningCurves.read(planned.candidate().title(), new RunFolder(folder).log());
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
    TrainingSetup setup =
        TrainingRun.of(planned.candidate().spec(), settings.scale())
            .images(new TrainingImages(images.training(), images.validation()))
            .options(settings.training(planned.seed(), planned.steps()))
            .recipe(settings.course().toString())
            .precision(settings.precision())
            .folder(folder)
            .resume(true);
    try (TrainingRun run = setup.open(device)) {
      TrainingListener shown = view.apply(planned.begunAt(run.state().step()));
      RunState end;
      try (DrawingListener curves =
          new DrawingListener(
              new CurvesPicture(run.folder().orElseThrow()), "the picture of its curves", shown)) {
        end = run.train(curves.and(shown), stop);
      }
      return end.step() < planned.steps() ? Optional.empty() : test.of(run.network(), end);
    } catch (Divergence e) {
      throw e;
    } catch (ButcherblockException e) {
      throw e.within("%s with seed %s".formatted(planned.candidate().title(), planned.seed()));
    }
  }

  /** The means over each test set; empty if stopped before. */
  Optional<List<PsnrSsim>> test(SuperResolutionNetwork network) {
    try (SuperResolution sr = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
      Evaluator evaluator = new Evaluator(sr.upscaler(), Protocol.benchmark(settings.scale()));
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
