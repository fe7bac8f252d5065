package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolVector;
import org.bytedeco.pytorch.ProcessGroup;
import org.bytedeco.pytorch.Reducer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.SizeTStringMap;
import org.bytedeco.pytorch.SizeTVector;
import org.bytedeco.pytorch.SizeTVectorVector;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Backward passes that overlap with the all-reduce of their gradients: a bucket is sent as soon as
 * its last gradient is there, while those of earlier layers are still being computed. It is c10d's
 * {@code Reducer}, as in PyTorch's {@code DistributedDataParallel}.
 */
public final class GradientReducer implements AutoCloseable {

  /** So that even of a small network something is on its way early. */
  private static final int BUCKETS = 8;

  private static final long SMALLEST_BUCKET = 1 << 16;

  private final WatchedThread thread;
  private final int threadsOfLibTorch = torch.get_num_threads();
  private final int size;
  private final FailureDetector failures;
  private final ConnectionFailures connection;
  private final Reducer reducer;

  GradientReducer(
      TensorVector parameters,
      ProcessGroup group,
      int size,
      FailureDetector failures,
      ConnectionFailures connection) {
    this.size = size;
    this.failures = failures;
    this.connection = connection;
    this.thread = new WatchedThread("backward", failures);
    try (PointerScope scope = new PointerScope()) {
      boolean[] dense = new boolean[(int) parameters.size()];
      this.reducer =
          new Reducer(
                  parameters,
                  buckets(parameters),
                  group,
                  new BoolVector(dense),
                  GradientBuckets.BYTES,
                  // Parameters that the loss does not depend on are looked for in each step.
                  true,
                  // What was summed stays in the buckets: no copy back.
                  true,
                  new SizeTStringMap(),
                  GradientBuckets.BYTES,
                  false,
                  false)
              .retainReference();
    }
  }

  private static SizeTVectorVector buckets(TensorVector parameters) {
    Tensor[] tensors = parameters.get();
    List<Integer> lastFirst = new ArrayList<>(IntStream.range(0, tensors.length).boxed().toList());
    Collections.reverse(lastFirst);
    long total = lastFirst.stream().mapToLong(i -> bytes(tensors[i])).sum();
    long limit = Math.min(GradientBuckets.BYTES, Math.max(SMALLEST_BUCKET, total / BUCKETS));
    return new SizeTVectorVector(
        GradientBuckets.of(lastFirst, i -> bytes(tensors[i]), limit).stream()
            .map(bucket -> new SizeTVector(bucket.stream().mapToLong(i -> i).toArray()))
            .toArray(SizeTVector[]::new));
  }

  private static long bytes(Tensor tensor) {
    return tensor.numel() * tensor.element_size();
  }

  /**
   * Differentiates the sum over all processes of their {@code loss}, and leaves it in the gradients
   * of the parameters, which were undefined. A pass that fails is the last.
   *
   * @throws io.butcherblock.error.ButcherblockException which process was lost
   * @throws RuntimeException what failed in this process, as it is; an {@link Error} likewise
   */
  public void run(Tensor loss) {
    thread.call(() -> connection.explainedIfOfBackend(() -> backward(loss)));
  }

  private boolean backward(Tensor loss) {
    torch.set_num_threads(threadsOfLibTorch);
    try (PointerScope scope = new PointerScope()) {
      // The reducer divides the sum by the number of processes.
      Tensor scaled = loss.mul(new Scalar((double) size));
      reducer.prepare_for_forward();
      reducer.prepare_for_backward(new TensorVector(scaled));
      scaled.backward();
      return true;
    }
  }

  @Override
  public void close() {
    thread.stop();
    if (failures.allIsWell()) {
      // Not otherwise: a pass may be under way for good.
      reducer.close();
    }
  }
}
