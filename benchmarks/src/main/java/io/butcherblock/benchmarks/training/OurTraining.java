package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.OurSubject;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.TrainingStep;
import java.util.Map;

/** Our runtime's training step. */
public final class OurTraining extends OurSubject {

  @Override
  protected Map<String, Work> open(SuperResolutionNetwork network, Arguments arguments) {
    Training training = Training.from(arguments);
    training.files().load(network.parameters(), network.spec().name());
    TrainingStep step = new TrainingStep(network, training.adam());
    return Map.of(Training.WORK, new Step(training, network, step));
  }

  private record Step(Training training, SuperResolutionNetwork network, TrainingStep step)
      implements Work {

    @Override
    public float[] run() {
      return new float[] {(float) step.run(training.batch(), training.rate())};
    }

    @Override
    public void close() {
      step.close();
      network.close();
    }
  }
}
