package io.butcherblock.distributed;

import java.time.Duration;

/**
 * Silence after which something is given up.
 *
 * @param process that of another process; a machine that is very busy may be slow
 * @param store that of the store: longer, so that a process is named where one can be
 */
record SilenceLimits(Duration process, Duration store) {

  /** Those of every run. */
  static final SilenceLimits USUAL =
      new SilenceLimits(Duration.ofSeconds(20), Duration.ofSeconds(30));
}
