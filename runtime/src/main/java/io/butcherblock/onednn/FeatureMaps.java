package io.butcherblock.onednn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Storage;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes feature maps; within a {@link Pass} in the memory of those that are closed by then. Left to
 * itself, glibc gives the memory of large tensors back to the system, which clears it for the next
 * ones: that took as long as the convolutions. For any number of threads.
 */
public final class FeatureMaps {

  /** While one is open, memory is kept. */
  public final class Pass implements AutoCloseable {

    private Pass() {}

    /** Lets go of the memory that nothing uses; tensors that are still open keep theirs. */
    @Override
    public void close() {
      end();
    }
  }

  private final List<Tensor> kept = new ArrayList<>();
  private int passes;

  FeatureMaps() {}

  /** Keeps memory until the pass is closed. */
  public synchronized Pass pass() {
    passes++;
    return new Pass();
  }

  /**
   * A float32 tensor in main memory, with any values.
   *
   * @return a new tensor, which the caller closes
   */
  synchronized Tensor empty(long... shape) {
    if (passes == 0) {
      return torch.empty(shape);
    }
    long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    for (Tensor each : kept) {
      if (each.numel() == count && isFree(each)) {
        return each.view(shape);
      }
    }
    Tensor made = torch.empty(shape);
    kept.add(made.retainReference());
    return made.view(shape);
  }

  private static boolean isFree(Tensor tensor) {
    try (Storage storage = tensor.storage()) {
      return storage.use_count() == 1;
    }
  }

  private synchronized void end() {
    passes--;
    if (passes == 0) {
      kept.forEach(Tensor::close);
      kept.clear();
    }
  }
}
