package io.butcherblock.distributed;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Work in pieces that need nothing of each other. Each piece is taken by whichever process is free,
 * so that large and small ones even out, and by no other; rank 0 hears of all.
 *
 * @param <R> type of what comes of a piece
 */
public final class SharedWork<R> {

  /**
   * Told in rank 0 of each piece that is done, by any process.
   *
   * @param <R> type of what comes of a piece
   */
  @FunctionalInterface
  public interface Listener<R> {

    /**
     * A piece is done, or cannot be done.
     *
     * @param rank the process that had it
     * @param done how many pieces are done by now, with this one
     */
    void pieceDone(int rank, WorkResult<R> result, int done);
  }

  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  private final ProcessGroup group;
  private final WorkQueue<WorkResult<R>> queue;
  private final int pieces;
  private final Listener<R> listener;
  private int done;
  private long polled = System.nanoTime();

  /**
   * Work that all processes are about to begin.
   *
   * @param name the same in each process, and another one for other work of the same run
   * @param pieces how many there are, the same in each process
   * @param codec of what comes of a piece, where it crosses to rank 0; a single process uses none
   */
  public SharedWork(
      ProcessGroup group, String name, int pieces, TextCodec<R> codec, Listener<R> listener) {
    this.group = group;
    this.queue = group.workQueue(name, WorkResult.codec(codec));
    this.pieces = pieces;
    this.listener = listener;
  }

  /**
   * Does pieces until all are taken; in rank 0, returns when all are done.
   *
   * @param worker does the piece of a number; what it throws ends the whole run
   * @throws io.butcherblock.error.ButcherblockException the name of a process that was lost
   */
  public void run(IntFunction<WorkResult<R>> worker) {
    for (int piece = queue.take(); piece < pieces; piece = queue.take()) {
      queue.report(worker.apply(piece));
      collect();
    }
    while (group.isRankZero() && done < pieces) {
      Polling.sleep(POLL_INTERVAL);
      collect();
    }
  }

  /**
   * For the worker to call now and then within a long piece: notices that a process was lost, and
   * tells the listener what the others have done meanwhile.
   */
  public void poll() {
    if (System.nanoTime() - polled >= POLL_INTERVAL.toNanos()) {
      collect();
    }
  }

  private void collect() {
    if (group.isRankZero()) {
      for (WorkQueue.Report<WorkResult<R>> report : queue.reports()) {
        done++;
        listener.pieceDone(report.rank(), report.result(), done);
      }
    }
    // Last, so that what was done is told before this ends.
    group.check();
    polled = System.nanoTime();
  }
}
