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
import java.util.function.LongFunction;
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
   * Does a run, or what is left of it.
   *
   * @param view makes the listener that shows the run, of the number of steps done before
   * @return empty if it was stopped
   * @throws Divergence if the loss is no longer a number
   */
  Optional<RunResult> run(
      Candidate candidate,
      long seed,
      long steps,
      Path folder,
      LongFunction<TrainingListener> view) {
    TrainingOptions options = settings.training(seed, steps);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(candidate.spec(), settings.scale(), seed, device);
        TrainingStep step = new TrainingStep(network, options.adam())) {
      network.use(settings.precision());
      RunFolder opened = RunFolder.open(folder, step, options, Map.of("preset", "ablate"));
      RunState end;
      try (RunFolder run = opened) {
        end =
            new Trainer(step, options)
                .run(
                    opened.start(),
                    images.training(),
                    images.validation().of(network),
                    stop,
                    run.and(new CurvesPicture(run)).and(view.apply(opened.start().step())));
      } catch (Divergence e) {
        throw e;
      } catch (ButcherblockException e) {
        throw e.within("%s with seed %d".formatted(candidate.title(), seed));
      }
      if (end.step() < steps) {
        return Optional.empty();
      }
      LearningCurves curves = LearningCurves.read(candidate.title(), RunFolder.log(folder));
      Optional<RunResult> result =
          test(network)
              .map(tests -> new RunResult(seed, end.seconds(), RunResult.finalLoss(curves), tests));
      result.ifPresent(done -> done.write(folder));
      return result;
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
