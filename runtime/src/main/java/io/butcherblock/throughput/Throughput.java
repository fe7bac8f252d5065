package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.device.Engine;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/**
 * Times workloads on a device.
 *
 * @param pytorch Python's, beside ours; open as long as this is used
 */
public record Throughput(Device device, Rounds rounds, Optional<PyTorch> pytorch) {

  /** The name of our own contender. */
  static final String OURS = "butcherblock";

  private static final long SEED = 1;

  /** Times all contenders at one workload. */
  public Measured measure(Workload workload) {
    Batch batch = NoiseBatch.of(workload.patches(), workload.side(), workload.scale());
    List<Contender> contenders = new ArrayList<>();
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(workload.network(), workload.scale(), SEED, device)) {
      try {
        network.use(workload.precision());
        Engine.tuneFor(device);
        contenders.add(
            switch (workload.task()) {
              case TRAIN -> new OurTraining(network, batch);
              case INFER -> new OurInference(network, batch);
            });
        pytorch.ifPresent(python -> contenders.addAll(python.contenders(workload, device)));
        return new Measured(workload, rounds.run(contenders, workload.patches()));
      } finally {
        contenders.forEach(Contender::close);
      }
    }
  }
}
