package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Contender;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.device.Engine;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.TrainingStep;
import java.util.Map;

/** Our runtime's training step. */
public final class OurTraining implements Contender {

  @Override
  public Map<String, Work> open(Arguments arguments) {
    Engine.useThreads(arguments.number(ChildSettings.THREADS));
    Training training = Training.from(arguments);
    MeasuredNetwork measured = MeasuredNetwork.from(arguments);
    SuperResolutionNetwork network = measured.open();
    training.files().load(network.parameters(), measured.spec().name());
    TrainingStep step = new TrainingStep(network, training.adam());
    return Map.of(Training.WORK, new Step(training, network, step));
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions();
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
