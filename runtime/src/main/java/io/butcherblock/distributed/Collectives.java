package io.butcherblock.distributed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;

/** All-reduce and broadcast over all processes; a wait ends when a process is lost. */
final class Collectives {

  private static final long POLL_MILLISECONDS = 500;
  private static final Duration GPU_POLL_INTERVAL = Duration.ofMillis(1);

  private final Backend backend;
  private final boolean onHost;
  private final FailureDetector failures;
  private final ConnectionFailures connection;

  Collectives(
      Backend backend, boolean onHost, FailureDetector failures, ConnectionFailures connection) {
    this.backend = backend;
    this.onHost = onHost;
    this.failures = failures;
    this.connection = connection;
  }

  /** Replaces each tensor by its sum; all buckets are on their way at once. */
  void allReduce(List<Tensor> tensors) {
    inBuckets(tensors, bucket -> backend.allreduce_coalesced(bucket));
  }

  /** Replaces the values of each tensor by those of rank 0. */
  void broadcast(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      inBuckets(List.of(tensor), one -> backend.broadcast(one));
    }
  }

  private void inBuckets(List<Tensor> tensors, Function<TensorVector, Work> start) {
    try (PointerScope scope = new PointerScope()) {
      failures.check();
      List<Work> started = new ArrayList<>();
      for (List<Tensor> bucket :
          GradientBuckets.of(
              tensors, tensor -> tensor.numel() * tensor.element_size(), GradientBuckets.BYTES)) {
        started.add(start.apply(new TensorVector(bucket.toArray(new Tensor[0]))));
      }
      started.forEach(this::await);
    }
  }

  // LibTorch throws plain runtime exceptions.
  @SuppressWarnings("CatchingUnchecked")
  private void await(Work work) {
    while (!work.isCompleted()) {
      failures.check();
      if (!onHost) {
        // NCCL takes a wait that ends too early for a failure, and leaves the group.
        Polling.sleep(GPU_POLL_INTERVAL);
        continue;
      }
      try (Milliseconds time = new Milliseconds(POLL_MILLISECONDS)) {
        work._wait(time);
      } catch (RuntimeException e) {
        // It takes longer, or it failed: the latter is thrown again below.
      }
    }
    connection.explainedIfOfBackend(() -> work._wait());
  }
}
