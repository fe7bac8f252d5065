package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.device.GpuMemory;
import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/**
 * Times workloads on a device.
 *
 * @param pytorch Python's, compared with ours; open as long as this is used
 */
public record Throughput(Device device, RoundSettings rounds, Optional<PyTorch> pytorch) {

  /** The name of our own subject. */
  private static final String OURS = "butcherblock";

  private static final long SEED = 1;

  /** Times all subjects at one workload. */
  public Measured measure(Workload workload) {
    Map<String, RepeatedWork> subjects = new LinkedHashMap<>();
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(workload.network(), workload.scale(), SEED, device)) {
      try {
        network.use(workload.precision());
        LibTorch.tuneFor(device);
        subjects.put(OURS, ours(workload, network));
        pytorch.ifPresent(python -> subjects.putAll(python.subjects(workload, device)));
        return new Measured(workload, rounds.rates(subjects, workload.input().images()));
      } finally {
        subjects.values().forEach(RepeatedWork::close);
      }
    }
  }

  private RepeatedWork ours(Workload workload, SuperResolutionNetwork network) {
    RepeatedWork work =
        switch (workload.task()) {
          case TRAIN -> new TrainingSteps(network, batch(workload));
          case INFER -> new PlannedInference(network, workload.input());
        };
    return device.is_cuda() ? new WorkOnGpu(work, new GpuMemory(device)) : work;
  }

  private static Batch batch(Workload workload) {
    Input input = workload.input();
    return NoiseBatch.of(input.images(), input.width(), workload.scale());
  }
}
