package io.butcherblock.measure;

import java.io.IOException;

/** Something that takes time, and says how much. */
public interface TimedTask {

  /** What it is, in a table. */
  String name();

  /**
   * Does the work once.
   *
   * @return how long it took, in milliseconds
   */
  double run() throws IOException, InterruptedException;

  /**
   * Does the work in a round of warm-up, whose times do not count: as {@link #run}, if not told.
   */
  default void warmUp() throws IOException, InterruptedException {
    double unused = run();
  }

  /** Whether it gets faster by having been done before; if not, it has no warm-up. */
  default boolean warmsUp() {
    return true;
  }
}
