package io.butcherblock.distributed;

import java.util.List;

/**
 * Pieces of work with numbers from 0 on, which processes take one by one, and what they report of
 * them. For one thread of each process.
 */
public interface WorkQueue {

  /**
   * What a process said.
   *
   * @param rank the process
   */
  record Report(int rank, String text) {}

  /** The number of the next piece; it is the caller's from now on, and nobody else's. */
  int take();

  /** Tells rank 0 of a piece. */
  void report(String text);

  /** For rank 0: what all processes reported and was not returned before. */
  List<Report> reports();
}
