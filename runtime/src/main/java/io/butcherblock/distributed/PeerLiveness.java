package io.butcherblock.distributed;

import java.time.Duration;

/** Whether one process is alive, by the heartbeats that another has seen of it. */
final class PeerLiveness {

  /** Added when a process leaves: far more than it can have beaten. */
  static final long LEFT = 1L << 40;

  private long beats = -1;
  private long since;

  /** Notes how often the process has beaten by now. */
  void seen(long count) {
    if (count != beats) {
      beats = count;
      since = System.nanoTime();
    }
  }

  /** Whether the process has left by itself. */
  boolean hasLeft() {
    return beats >= LEFT;
  }

  /** Whether the process is still expected, but was not heard from for that long. */
  boolean isSilentFor(Duration time) {
    return !hasLeft() && System.nanoTime() - since > time.toNanos();
  }
}
