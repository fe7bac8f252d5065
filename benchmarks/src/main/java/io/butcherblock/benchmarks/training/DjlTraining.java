package io.butcherblock.benchmarks.training;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.butcherblock.benchmarks.network.Djl;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.io.IOException;
import java.util.Map;

/** DJL's trainer with its Adam and its L1 loss. */
public final class DjlTraining implements ChildProgram {

  @Override
  public Map<String, Work> open(Arguments arguments) throws IOException {
    Djl.useThreads(arguments.number(ChildSettings.THREADS));
    Training training = Training.from(arguments);
    MeasuredNetwork measured = MeasuredNetwork.from(arguments);
    DjlNetwork network = new DjlNetwork(measured.spec().blocks(), measured.spec().channels());
    Model model = Model.newInstance("trained", Djl.ENGINE);
    model.setBlock(network);
    Trainer trainer = model.newTrainer(config(training));
    trainer.initialize(new Shape(training.lrShape()));
    network.take(training.files().readArrays());
    return Map.of(Training.WORK, new Step(training, model, trainer));
  }

  private static DefaultTrainingConfig config(Training training) {
    return new DefaultTrainingConfig(Loss.l1Loss())
        // DJL has no initial values for these; ours come afterwards.
        .optInitializer(Initializer.ZEROS, Parameter.Type.OTHER)
        .optOptimizer(
            Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed((float) training.rate()))
                .optBeta1((float) training.adam().beta1())
                .optBeta2((float) training.adam().beta2())
                .optEpsilon((float) training.adam().epsilon())
                .build());
  }

  @Override
  public Map<String, String> versions() {
    return Djl.versions();
  }

  private record Step(Training training, Model model, Trainer trainer) implements Work {

    @Override
    public float[] run() {
      try (NDManager manager = trainer.getManager().newSubManager()) {
        NDArray lr = manager.create(training.batch().lr(), new Shape(training.lrShape()));
        NDArray hr = manager.create(training.batch().hr(), new Shape(training.hrShape()));
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
          NDList sr = trainer.forward(new NDList(lr));
          loss = trainer.getLoss().evaluate(new NDList(hr), sr);
          collector.backward(loss);
        }
        trainer.step();
        return new float[] {loss.getFloat()};
      }
    }

    @Override
    public void close() {
      trainer.close();
      model.close();
    }
  }
}
