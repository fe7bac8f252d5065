package io.butcherblock.benchmarks.soak;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** What is done for a long time. */
interface Work {

  /**
   * Does it.
   *
   * @param folder empty; files are written there
   * @param done is to be counted up
   */
  void run(Path folder, AtomicLong done) throws Exception;
}
