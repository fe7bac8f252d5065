package io.butcherblock.distributed;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The processes that work together on one task, as each of them sees them. All call the same
 * methods in the same order; each call returns when all have made it, but for those of a {@link
 * #workQueue}, of {@link #broadcastText}, {@link #broadcastValue} and {@link #waitFor}.
 *
 * <p>Every method throws a {@link io.butcherblock.error.ButcherblockException} that names the
 * process that was lost, if one was.
 */
public interface ProcessGroup extends AutoCloseable {

  /** The number of this process, 0 to {@code size() - 1}. */
  int rank();

  /** The number of processes, {@code WORLD_SIZE}. */
  int size();

  /** The number of this process on its machine. */
  int localRank();

  /** Whether this is the process that logs, validates and saves. */
  default boolean isRankZero() {
    return rank() == 0;
  }

  /**
   * Replaces each tensor by its sum over all processes.
   *
   * @param tensors of the same shapes in each process, on the same kind of device; they stay the
   *     caller's
   */
  void allReduce(List<Tensor> tensors);

  /** The sums over all processes of a few numbers, as many in each process. */
  double[] allReduce(double... numbers);

  /** Whether it is so in any of the processes. */
  default boolean anyOf(boolean here) {
    return allReduce(here ? 1 : 0)[0] > 0;
  }

  /**
   * Replaces the values of each tensor by those of rank 0.
   *
   * @param tensors of the same shapes in each process, on the same kind of device; they stay the
   *     caller's
   */
  void broadcast(List<Tensor> tensors);

  /** The numbers of rank 0; what the others give, which must be as many, is ignored. */
  double[] broadcast(double... numbers);

  /** A text of rank 0, by way of the store; what the others give is ignored. */
  String broadcastText(String text);

  /**
   * A value of rank 0, by way of the store; what the others give is ignored.
   *
   * @param codec of the value, where it crosses to another process; a single process uses none
   */
  default <T> T broadcastValue(T value, TextCodec<T> codec) {
    String text = broadcastText(isRankZero() ? codec.encode(value) : "");
    return isRankZero() ? value : codec.decode(text);
  }

  /**
   * Adds up the gradients of {@code parameters} over all processes during a backward pass; for one
   * thread that makes the passes.
   *
   * @return empty in a process on its own
   */
  Optional<GradientReducer> gradientReducer(TensorVector parameters);

  /**
   * A queue from which pieces of work are taken one by one.
   *
   * @param name the same in each process
   * @param codec of the reports, where they cross to rank 0; a single process uses none
   * @param <R> type of the reports
   */
  <R> WorkQueue<R> workQueue(String name, TextCodec<R> codec);

  /**
   * A value that a device computes from what the others contribute, and that would never come if
   * one of them was lost. Waits for no other call of theirs.
   *
   * @throws RuntimeException what {@code value} throws, as it is; an {@link Error} likewise
   */
  double waitFor(DoubleSupplier value);

  /** Throws an exception that names the process that was lost, if one was; else returns at once. */
  void check();

  /** Tells the others that this process ends, and why, so that they end too. */
  void fail(Throwable why);

  /** Leaves the group, so that the others do not wait for this process. */
  @Override
  void close();
}
