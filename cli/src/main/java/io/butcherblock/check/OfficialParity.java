package io.butcherblock.check;

import io.butcherblock.check.Comparison.Unit;
import io.butcherblock.data.Batch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Networks on a device against what the official implementation gave: output, losses, output. */
public final class OfficialParity {

  private static final double OUTPUT_TOLERANCE = 1e-3;
  private static final double LOSS_TOLERANCE = 1e-4;

  private OfficialParity() {}

  /** Runs a case in float32. */
  public static List<Comparison> of(
      OfficialCase parity, Map<String, NetworkSpec> networks, Device device) {
    NetworkSpec spec = parity.spec(networks);
    int scale = parity.scale();
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, 1, device);
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      network.use(Precision.FP32);
      Weights.load(parity.weights("safetensors"), network.parameters(), spec.name());
      NpyArray input = parity.images("input");
      double before =
          Differences.ofSamples(parity.images("output").values(), forward(network, input));
      Batch batch = parity.batch();
      List<Double> expected = parity.losses();
      List<Double> losses = new ArrayList<>();
      for (int i = 0; i < expected.size(); i++) {
        losses.add(step.run(batch, AdamSettings.PAPER.learningRate()));
      }
      double after =
          Differences.ofSamples(parity.images("output_after5").values(), forward(network, input));
      return List.of(
          samples(parity, "output, official", before),
          new Comparison(
              parity.name(),
              "losses, official",
              Precision.FP32,
              Unit.RELATIVE,
              Differences.relative(expected, losses),
              LOSS_TOLERANCE),
          samples(parity, "output after training, official", after));
    }
  }

  private static Comparison samples(OfficialCase parity, String what, double difference) {
    return new Comparison(
        parity.name(), what, Precision.FP32, Unit.SAMPLES, difference, OUTPUT_TOLERANCE);
  }

  private static float[] forward(SuperResolutionNetwork network, NpyArray input) {
    int[] shape = input.shape();
    Device device = network.parameters().device();
    try (NoGradGuard guard = new NoGradGuard();
        Tensor onHost = Tensors.of(input.values(), shape[0], shape[1], shape[2], shape[3]);
        Tensor lr = onHost.to(device, onHost.scalar_type());
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }
}
