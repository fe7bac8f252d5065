package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.device.LibTorch;
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

  /** The name of our own subject. */
  static final String OURS = "butcherblock";

  private static final long SEED = 1;

  /** Times all subjects at one workload. */
  public Measured measure(Workload workload) {
    List<Subject> subjects = new ArrayList<>();
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(workload.network(), workload.scale(), SEED, device)) {
      try {
        network.use(workload.precision());
        LibTorch.tuneFor(device);
        subjects.add(
            switch (workload.task()) {
              case TRAIN -> new OurTraining(network, batch(workload));
              case INFER -> new OurInference(network, workload.input());
            });
        pytorch.ifPresent(python -> subjects.addAll(python.subjects(workload, device)));
        return new Measured(workload, rounds.run(subjects, workload.input().images()));
      } finally {
        subjects.forEach(Subject::close);
      }
    }
  }

  private static Batch batch(Workload workload) {
    Input input = workload.input();
    return NoiseBatch.of(input.images(), input.width(), workload.scale());
  }
}
