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

/** Sums and copies over all processes, waited for with an eye on whether all are alive. */
final class Collectives {

  private static final long MILLISECONDS_BETWEEN_LOOKS = 500;
  private static final Duration BETWEEN_LOOKS_AT_A_GPU = Duration.ofMillis(1);

  private final Backend backend;
  private final boolean onHost;
  private final Heartbeat heartbeat;

  Collectives(Backend backend, boolean onHost, Heartbeat heartbeat) {
    this.backend = backend;
    this.onHost = onHost;
    this.heartbeat = heartbeat;
  }

  /** Replaces each tensor by its sum; all buckets are on their way at once. */
  void sum(List<Tensor> tensors) {
    inBuckets(tensors, bucket -> backend.allreduce_coalesced(bucket));
  }

  /** Replaces the values of each tensor by those of rank 0. */
  void copyFromFirst(List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      inBuckets(List.of(tensor), one -> backend.broadcast(one));
    }
  }

  private void inBuckets(List<Tensor> tensors, Function<TensorVector, Work> start) {
    try (PointerScope scope = new PointerScope()) {
      heartbeat.check();
      List<Work> started = new ArrayList<>();
      for (List<Tensor> bucket :
          GradientBuckets.of(
              tensors, tensor -> tensor.numel() * tensor.element_size(), GradientBuckets.BYTES)) {
        started.add(start.apply(new TensorVector(bucket.toArray(new Tensor[0]))));
      }
      started.forEach(this::await);
    }
  }

  // The library throws plain runtime exceptions.
  @SuppressWarnings("CatchingUnchecked")
  private void await(Work work) {
    while (!work.isCompleted()) {
      heartbeat.check();
      if (!onHost) {
        // NCCL takes a wait that ends too early for a failure, and leaves the group.
        Pause.of(BETWEEN_LOOKS_AT_A_GPU);
        continue;
      }
      try (Milliseconds time = new Milliseconds(MILLISECONDS_BETWEEN_LOOKS)) {
        work._wait(time);
      } catch (RuntimeException e) {
        // It takes longer, or it failed: the latter is thrown again below.
      }
    }
    try {
      work._wait();
    } catch (RuntimeException e) {
      throw heartbeat.explain(e);
    }
  }
}
