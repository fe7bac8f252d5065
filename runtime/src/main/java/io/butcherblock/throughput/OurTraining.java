package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;

/** Steps of our training; each waits for its loss, as training does. */
final class OurTraining implements Contender {

  private final SuperResolutionNetwork network;
  private final Precision precision;
  private final Batch batch;
  private final TrainingStep step;

  /** Trains {@code network}, which stays the caller's. */
  OurTraining(SuperResolutionNetwork network, Precision precision, Batch batch) {
    this.network = network;
    this.precision = precision;
    this.batch = batch;
    this.step = new TrainingStep(network, AdamSettings.PAPER);
  }

  @Override
  public String name() {
    return Throughput.OURS;
  }

  @Override
  public double seconds(int times) {
    network.use(precision);
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.run(batch, AdamSettings.PAPER.learningRate());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    step.close();
  }
}
