package io.butcherblock.benchmarks.soak;

import io.butcherblock.TrainingRun;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Preset;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One run of training, with all that a run does: a log, validations, states saved.
 *
 * @param time of training
 */
record LongTraining(Duration time) implements Work {

  /** The folder of the run, in that of the work. */
  static final String RUN = "run";

  private static final int IMAGES = 12;
  private static final int SIDE = 160;
  private static final int STEPS_BETWEEN_VALIDATIONS = 500;

  @Override
  public void run(Path folder, AtomicLong done) throws Exception {
    Path images = Files.createDirectories(folder.resolve("images"));
    for (int i = 0; i < IMAGES; i++) {
      ImageFiles.write(SyntheticImages.generate(i, SIDE, SIDE), images.resolve(i + ".png"));
    }
    TrainingOptions options =
        Preset.SHORT
            .options()
            .withPatch(16)
            .withBatch(4)
            .withLogEvery(100)
            .withValidateEvery(STEPS_BETWEEN_VALIDATIONS)
            .withBudget(new Budget.Time(time));
    try (TrainingRun run =
        TrainingRun.of(Catalogue.onClassPath().network("oisr-lf-s").withSize(2, 8), 2)
            .images(images)
            .folder(folder.resolve(RUN))
            .options(options)
            .device(DeviceChoice.CPU)
            .open()) {
      run.train(
          new TrainingListener() {
            @Override
            public void step(RunState state, double progress) {
              done.set(state.step());
            }
          },
          () -> false);
    }
  }
}
