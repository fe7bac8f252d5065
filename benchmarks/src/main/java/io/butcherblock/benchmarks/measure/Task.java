package io.butcherblock.benchmarks.measure;

import java.io.IOException;

/** Something that takes time. */
public interface Task {

  /** What it is, in a table. */
  String name();

  /**
   * Does the work once.
   *
   * @return how long it took, in milliseconds
   */
  double run() throws IOException, InterruptedException;

  /** Whether it gets faster by having been done before. */
  default boolean warmsUp() {
    return true;
  }
}
