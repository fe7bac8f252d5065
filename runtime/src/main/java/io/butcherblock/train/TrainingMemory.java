package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.files.ByteText;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.SuperResolutionNetwork;
import org.bytedeco.javacpp.Pointer;

/**
 * What a step of training needs, about, from the network's graph: the feature maps that its
 * gradient is computed from, those under way, and the parameters with their gradients and Adam's
 * moments.
 *
 * @param fixed bytes, whatever the batch
 * @param perPixel bytes for each LR pixel of a batch
 */
public record TrainingMemory(long fixed, long perPixel) {

  /** A parameter, its gradient and Adam's two moments. */
  private static final int TENSORS_OF_A_PARAMETER = 4;

  /** A widest feature map, its gradient, and the operator's own copy. */
  private static final int WIDEST_UNDER_WAY = 3;

  private static final int SMALLEST_PATCH = 8;

  /** The estimate is one, and others use the memory too. */
  private static final double USABLE = 0.8;

  /**
   * What a step with {@code network} needs.
   *
   * @param network stays the caller's
   */
  public static TrainingMemory of(SuperResolutionNetwork network, Activations activations) {
    FeatureMapMemory maps = FeatureMapMemory.of(network, activations);
    return new TrainingMemory(
        network.parameters().count() * Float.BYTES * TENSORS_OF_A_PARAMETER,
        maps.kept() + WIDEST_UNDER_WAY * maps.widest());
  }

  /** The bytes of so many square patches of {@code patch} LR pixels a side at once. */
  public long of(int patches, int patch) {
    return fixed + perPixel * patches * patch * patch;
  }

  /**
   * How many patches at once the memory of a device is enough for, with a fifth of it left over.
   *
   * @param bytes of that memory
   * @param patch their side in LR pixels
   * @return 0 if there is none that fits
   */
  public int patches(long bytes, int patch) {
    long fits = ((long) (USABLE * bytes) - fixed) / (perPixel * patch * patch);
    return (int) Math.max(0, Math.min(fits, Integer.MAX_VALUE));
  }

  /**
   * A failure for want of memory as a sentence that says what fits.
   *
   * @param failure of which {@link OutOfMemory#isNative} holds
   * @param atOnce patches of this process whose gradient is worked out at the same time
   * @param processes that have as many each
   */
  ButcherblockException explain(Throwable failure, int atOnce, int patch, int processes) {
    long there = OutOfMemory.gpuCapacity(failure).orElseGet(Pointer::totalPhysicalBytes);
    boolean gpu = OutOfMemory.gpuCapacity(failure).isPresent();
    long free = OutOfMemory.gpuFree(failure).orElseGet(Pointer::availablePhysicalBytes);
    String need =
        "%s of %s x %s at once %s about %s, and %s has %s, %s of them free"
            .formatted(
                Counted.of(atOnce, "patch", "patches"),
                patch,
                patch,
                atOnce == 1 ? "needs" : "need",
                ByteText.of(of(atOnce, patch)),
                gpu ? "the GPU" : "this machine",
                ByteText.of(there),
                ByteText.of(free));
    // The largest batch that fits, at most half of what did not; else a smaller patch.
    int smaller = Math.min(patches(there, patch), atOnce / 2);
    if (smaller >= 1) {
      return new ButcherblockException(
          failure, "%s: use %s.", need, Setting.BATCH_SIZE.of(smaller * processes));
    }
    if (patch / 2 >= SMALLEST_PATCH) {
      return new ButcherblockException(
          failure,
          "%s: use %s and %s.",
          need,
          Setting.BATCH_SIZE.of(processes),
          Setting.PATCH_SIZE.of(patch / 2));
    }
    return new ButcherblockException(
        need + ": take a smaller network, or a machine that has more.", failure);
  }
}
