package io.butcherblock.distributed;

import java.time.Duration;

/**
 * Times after which something is given up.
 *
 * @param process silence of another process; a machine that is very busy may be slow
 * @param store silence of the store: longer, so that a process is named where one can be
 * @param leaving how long the process that has the store waits for others that do not leave, though
 *     they are not silent
 */
record SilenceLimits(Duration process, Duration store, Duration leaving) {

  /** Those of every run. */
  static final SilenceLimits USUAL =
      new SilenceLimits(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
