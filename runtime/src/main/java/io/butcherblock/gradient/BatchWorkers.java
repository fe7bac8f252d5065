package io.butcherblock.gradient;

import io.butcherblock.device.ThreadCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.global.torch;

/**
 * Threads that work on parts of a batch side by side, each with one thread of LibTorch.
 *
 * <p>That is faster than one part for all threads: what the library does serially, and its waits at
 * the end of each operator, then happen once for each thread at the same time.
 *
 * <p>The first batch is worked on one part after the other: two threads in which oneDNN makes the
 * code of the same gradient of a convolution at the same time can end the process
 * (docs/gradients.md). It keeps that code, so later batches find it.
 */
final class BatchWorkers implements AutoCloseable {

  /** Held by who works on a part of a first batch, in the whole process. */
  private static final ReentrantLock FIRST = new ReentrantLock();

  private final ExecutorService threads;
  private final int count;
  private boolean isFirst;

  /** Makes as many workers as LibTorch has threads in the calling thread. */
  static BatchWorkers forThreadsOfLibrary() {
    // Each worker must take over the default, not what another thread sets for a while.
    ThreadCount.lock();
    try {
      return new BatchWorkers(torch.get_num_threads());
    } finally {
      ThreadCount.unlock();
    }
  }

  /** The calling thread as the one worker, with all threads of the library. */
  static BatchWorkers callerOnly() {
    return new BatchWorkers(1);
  }

  private BatchWorkers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count, BatchWorkers::daemon);
    if (count > 1) {
      useOneThreadEach();
    }
    isFirst = true;
  }

  /**
   * The number of threads is each calling thread's own, but setting it also changes the default of
   * threads to come, which is put back.
   */
  private void useOneThreadEach() {
    int ofCaller = torch.get_num_threads();
    Phaser all = new Phaser(count);
    fold(
        count,
        worker -> {
          // Asked first, the library takes over its default now, not later and over ours.
          torch.get_num_threads();
          torch.set_num_threads(1);
          // None ends before all have begun: so each thread of the pool does this once.
          return all.arriveAndAwaitAdvance();
        },
        Integer::sum,
        sum -> {});
    torch.set_num_threads(ofCaller);
  }

  /** The number of workers. */
  int count() {
    return count;
  }

  /**
   * Calls {@code part} with 0, 1, ..., {@code parts - 1}, as many at the same time as there are
   * workers.
   *
   * @param parts at least 1
   * @param plus adds the second to the first, as soon as both are there, and lets go of the second
   *     even if it throws something; called in this order by the calling thread
   * @param drop lets go of what there is, sums and results, when a part or {@code plus} fails
   * @return the sum of all results
   * @throws RuntimeException what a part or {@code plus} threw first, once all parts have ended; an
   *     {@link Error} likewise
   */
  <T> T fold(int parts, IntFunction<T> part, BinaryOperator<T> plus, Consumer<T> drop) {
    return count == 1 ? inTurn(parts, part, plus, drop) : sideBySide(parts, part, plus, drop);
  }

  private static <T> T inTurn(
      int parts, IntFunction<T> part, BinaryOperator<T> plus, Consumer<T> drop) {
    T sum = part.apply(0);
    try {
      for (int i = 1; i < parts; i++) {
        sum = plus.apply(sum, part.apply(i));
      }
      return sum;
    } catch (RuntimeException | Error e) {
      drop.accept(sum);
      throw e;
    }
  }

  private <T> T sideBySide(
      int parts, IntFunction<T> part, BinaryOperator<T> plus, Consumer<T> drop) {
    List<Future<T>> running = new ArrayList<>();
    boolean alone = isFirst;
    isFirst = false;
    for (int i = 0; i < parts; i++) {
      int number = i;
      running.add(threads.submit(() -> alone ? alone(part, number) : part.apply(number)));
    }
    Optional<T> sum = Optional.empty();
    Throwable failure = null;
    // To the end even after a failure: all parts work on tensors that the caller is to close.
    for (Future<T> future : running) {
      try {
        T term = ended(future);
        if (failure != null) {
          drop.accept(term);
        } else {
          sum = Optional.of(sum.isPresent() ? plus.apply(sum.get(), term) : term);
        }
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
    if (failure != null) {
      sum.ifPresent(drop);
    }
    // Not wrapped: what went wrong for want of memory is told by its type and text.
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return sum.orElseThrow();
  }

  private static <T> T alone(IntFunction<T> part, int number) {
    FIRST.lock();
    try {
      return part.apply(number);
    } finally {
      FIRST.unlock();
    }
  }

  /** Waits for a part even when interrupted. */
  private static <T> T ended(Future<T> future) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
