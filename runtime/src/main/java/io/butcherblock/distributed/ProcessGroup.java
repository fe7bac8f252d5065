package io.butcherblock.distributed;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The processes that work together on one task, as each of them sees them. All call the same
 * methods in the same order; each call returns when all have made it, but for those of a {@link
 * #board}, of {@link #textOfFirst} and of {@link #waitFor}.
 *
 * <p>Every method throws a {@link io.butcherblock.error.ButcherblockException} that names the
 * process that was lost, if one was.
 */
public interface ProcessGroup extends AutoCloseable {

  /** The number of this process, 0 to {@code size() - 1}. */
  int rank();

  /** The number of processes. */
  int size();

  /** The number of this process on its machine. */
  int localRank();

  /** Whether this is the process that logs, validates and saves. */
  default boolean leads() {
    return rank() == 0;
  }

  /**
   * Replaces each tensor by its sum over all processes.
   *
   * @param tensors of the same shapes in each process, on the same kind of device
   */
  void sum(List<Tensor> tensors);

  /**
   * Backward passes that add up the gradients of {@code parameters} while they go on; for one
   * thread that calls them.
   *
   * @return empty in a process on its own
   */
  Optional<GradientReducer> overlapped(TensorVector parameters);

  /** The sums over all processes of a few numbers, as many in each process. */
  double[] sum(double... numbers);

  /** Replaces the values of each tensor by those of rank 0. */
  void copyFromFirst(List<Tensor> tensors);

  /**
   * Where pieces of work are taken one by one.
   *
   * @param name the same in each process
   */
  WorkQueue board(String name);

  /** A text of rank 0, by way of the store; what the others give is ignored. */
  String textOfFirst(String text);

  /**
   * A value that a device computes from what the others contribute, and that would never come if
   * one of them was lost. Waits for no other call of theirs.
   */
  double waitFor(DoubleSupplier value);

  /** Returns unless a process was lost. */
  void check();

  /** Tells the others that this process ends, and why, so that they end too. */
  void fail(Throwable why);

  /** Leaves the group. */
  @Override
  void close();
}
