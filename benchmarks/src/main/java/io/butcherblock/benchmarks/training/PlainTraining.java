package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The bindings as their examples use them: a scope around each step, PyTorch's Adam. */
public final class PlainTraining implements ChildProgram {

  @Override
  public Map<String, Work> open(Arguments arguments) throws IOException {
    torch.set_num_threads(arguments.number(ChildSettings.THREADS));
    Training training = Training.from(arguments);
    PlainNetwork network =
        new PlainNetwork(
            training.files().readArrays(), MeasuredNetwork.from(arguments).spec().blocks());
    TensorVector parameters =
        new TensorVector(network.parameters().values().toArray(new Tensor[0]));
    // The paper's other settings are the library's defaults.
    Adam adam = new Adam(parameters, new AdamOptions(training.rate()));
    return Map.of(Training.WORK, () -> new float[] {step(training, network, adam)});
  }

  private static float step(Training training, PlainNetwork network, Adam adam) {
    try (PointerScope scope = new PointerScope()) {
      Tensor lr =
          PlainNetwork.channelsLast(Tensor.create(training.batch().lr(), training.lrShape()));
      Tensor hr =
          PlainNetwork.channelsLast(Tensor.create(training.batch().hr(), training.hrShape()));
      adam.zero_grad();
      Tensor loss = torch.l1_loss(network.forward(lr), hr);
      loss.backward();
      adam.step();
      return loss.item_float();
    }
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions();
  }
}
