package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;

/** Steps of our training; the losses are read at the end, as at the lines of a log. */
final class TrainingSteps implements RepeatedWork {

  private final Batch batch;
  private final TrainingStep step;

  /** Trains {@code network}, which stays the caller's. */
  TrainingSteps(SuperResolutionNetwork network, Batch batch) {
    this.batch = batch;
    this.step = new TrainingStep(network, AdamSettings.PAPER);
  }

  @Override
  public TimedRun run(int times) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.start(batch, batch.n(), AdamSettings.PAPER.learningRate());
    }
    double unused = step.takeLoss();
    return TimedRun.since(start);
  }

  @Override
  public void close() {
    step.close();
  }
}
