package io.butcherblock.distributed;

import java.util.List;

/**
 * Pieces of work with numbers from 0 on, which processes take one by one, and what they report of
 * them. For one thread of each process.
 *
 * @param <R> type of what is reported
 */
public interface WorkQueue<R> {

  /**
   * What a process reported of a piece.
   *
   * @param rank the process
   */
  record Report<R>(int rank, R result) {}

  /** The number of the next piece; it is the caller's from now on, and no other process gets it. */
  int take();

  /** Tells rank 0 what came of a piece. */
  void report(R result);

  /** For rank 0: what all processes reported and was not returned before. */
  List<Report<R>> reports();
}
