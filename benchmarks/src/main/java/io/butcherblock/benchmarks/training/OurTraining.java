package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.OurProgram;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.TrainingStep;

/** Our runtime's training step. */
public final class OurTraining extends OurProgram {

  /** Opened by the child process. */
  public OurTraining() {
    super(Training.WORK);
  }

  @Override
  protected Work work(SuperResolutionNetwork network, Arguments arguments) {
    Training training = Training.from(arguments);
    training.files().load(network.parameters(), network.spec().name());
    return new Step(training, new TrainingStep(network, training.adam()));
  }

  private record Step(Training training, TrainingStep step) implements Work {

    @Override
    public float[] run() {
      return new float[] {(float) step.run(training.batch(), training.rate())};
    }

    @Override
    public void close() {
      step.close();
    }
  }
}
