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
    List<Contender> contenders = new ArrayList<>();
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(workload.network(), workload.scale(), SEED, device)) {
      try {
        network.use(workload.precision());
        Engine.tuneFor(device);
        contenders.add(
            switch (workload.task()) {
              case TRAIN -> new OurTraining(network, batch(workload));
              case INFER -> new OurInference(network, workload.input());
            });
        pytorch.ifPresent(python -> contenders.addAll(python.contenders(workload, device)));
        return new Measured(workload, rounds.run(contenders, workload.input().images()));
      } finally {
        contenders.forEach(Contender::close);
      }
    }
  }

  private static Batch batch(Workload workload) {
    Input input = workload.input();
    return NoiseBatch.of(input.images(), input.width(), workload.scale());
  }
}
