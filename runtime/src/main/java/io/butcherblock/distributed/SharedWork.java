package io.butcherblock.distributed;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Work in pieces that need nothing of each other. Each piece is taken by whichever process is free,
 * so that large and small ones even out, and by no other; rank 0 hears of all.
 */
public final class SharedWork {

  /** Told in rank 0 of each piece that is done, by any process. */
  @FunctionalInterface
  public interface Listener {
    void pieceDone(int rank, WorkResult outcome, int done);
  }

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final ProcessGroup peers;
  private final WorkQueue board;
  private final int pieces;
  private final Listener listener;
  private int done;
  private long looked = System.nanoTime();

  /**
   * Work that all processes are about to begin.
   *
   * @param name the same in each process, and another one for other work of the same run
   * @param pieces how many there are, the same in each process
   */
  public SharedWork(ProcessGroup peers, String name, int pieces, Listener listener) {
    this.peers = peers;
    this.board = peers.board(name);
    this.pieces = pieces;
    this.listener = listener;
  }

  /**
   * Does pieces until all are taken; in rank 0, returns when all are done.
   *
   * @param worker does the piece of a number; what it throws ends the whole run
   * @throws io.butcherblock.error.ButcherblockException the name of a process that was lost
   */
  public void run(IntFunction<WorkResult> worker) {
    for (int piece = board.take(); piece < pieces; piece = board.take()) {
      board.report(worker.apply(piece).line());
      collect();
    }
    while (peers.leads() && done < pieces) {
      Pause.of(BETWEEN_LOOKS);
      collect();
    }
  }

  /**
   * For the worker to call now and then within a long piece: notices that a process was lost, and
   * tells the listener what the others have done meanwhile.
   */
  public void look() {
    if (System.nanoTime() - looked >= BETWEEN_LOOKS.toNanos()) {
      collect();
    }
  }

  private void collect() {
    if (peers.leads()) {
      for (WorkQueue.Report report : board.reports()) {
        done++;
        listener.pieceDone(report.rank(), WorkResult.of(report.text()), done);
      }
    }
    // Last, so that what was done is told before this ends.
    peers.check();
    looked = System.nanoTime();
  }
}
