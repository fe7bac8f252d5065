package io.butcherblock.check;

import io.butcherblock.device.GpuMemory;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.throughput.Input;
import io.butcherblock.train.FeatureMapMemory;
import io.butcherblock.train.TrainingMemory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Device;

/**
 * The batches whose throughput is measured.
 *
 * @param counts of patches
 * @param largest whether the largest batch that a training step has memory for on the GPU is
 *     measured as well; not on a CPU, where memory does not limit a batch
 * @param side of a patch in low-resolution pixels
 */
public record Batches(List<Integer> counts, boolean largest, int side) {

  /** Kernels of GPUs count the values of a feature map in 32 bits. */
  private static final long MOST_VALUES = Integer.MAX_VALUE;

  private static final long SEED = 1;

  /** One batch. */
  public static Batches of(int patches, int side) {
    return new Batches(List.of(patches), false, side);
  }

  /**
   * The inputs for a network.
   *
   * @param device stays the caller's
   */
  List<Input> inputs(NetworkSpec spec, int scale, Device device) {
    List<Integer> patches = new ArrayList<>(counts);
    if (largest) {
      int most = largest(spec, scale, device);
      if (most > 0 && !patches.contains(most)) {
        patches.add(most);
      }
    }
    return patches.stream().map(count -> new Input(count, side, side)).toList();
  }

  /** A power of two, as batches mostly are. */
  private int largest(NetworkSpec spec, int scale, Device device) {
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, SEED, device)) {
      int fits =
          TrainingMemory.of(network, Activations.STORED)
              .patches(new GpuMemory(device).free(), side);
      long widest =
          FeatureMapMemory.of(network, Activations.STORED).widest() / Float.BYTES * side * side;
      return Integer.highestOneBit((int) Math.min(fits, MOST_VALUES / widest));
    }
  }
}
