package io.butcherblock.distributed;

import java.time.Duration;

/** Waits between two questions whether something has happened that another process does. */
final class Polling {

  private Polling() {}

  /** Sleeps; an interruption ends the wait with an exception. */
  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for the other processes was interrupted.", e);
    }
  }
}
