package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.OurProgram;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.benchmarks.training.Patches;
import io.butcherblock.data.Batch;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import java.util.Map;

/** Trains one step after the other. */
public final class ManySteps extends OurProgram {

  static final String WORK = "steps";

  private static final String STEPS = "steps";
  private static final String PATCHES = "patches";
  private static final String SIDE = "side";

  static Arguments arguments(MeasuredNetwork network, int steps, int patches, int side) {
    return network
        .addTo(new Arguments(Map.of()))
        .with(STEPS, steps)
        .with(PATCHES, patches)
        .with(SIDE, side);
  }

  /** Opened by the child process. */
  public ManySteps() {
    super(WORK);
  }

  @Override
  protected Work work(SuperResolutionNetwork network, Arguments arguments) {
    Batch batch = Patches.make(arguments.number(PATCHES), arguments.number(SIDE));
    TrainingStep step = new TrainingStep(network, AdamSettings.PAPER);
    return new ManyTimes(
        arguments.number(STEPS), i -> step.run(batch, AdamSettings.PAPER.learningRate()), step);
  }
}
