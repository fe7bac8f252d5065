package io.butcherblock.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C into a wish to stop, and keeps the process alive until the work in hand is saved.
 */
public final class StopSignal implements BooleanSupplier, AutoCloseable {

  /** Longer than the longest step and the writing of its state. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Time to say how it ended: the process ends with this hook. */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "stop-signal");
  private volatile boolean working;
  private volatile boolean asked;

  /** For work that begins at once. */
  public StopSignal() {
    this(/* working= */ true);
  }

  private StopSignal(boolean working) {
    this.working = working;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** For work that is prepared first: until {@link #begin} nothing is to be saved. */
  public static StopSignal beforeWork() {
    return new StopSignal(/* working= */ false);
  }

  /** From now on the process waits until the work in hand is saved. */
  public void begin() {
    working = true;
  }

  private void askAndWait() {
    asked = true;
    if (!working) {
      return;
    }
    try {
      if (!finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("Stopped before the state could be saved.");
      }
      Thread.sleep(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a stop was asked for. */
  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  /** The work is saved: the process may end. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook waits no longer.
    }
  }
}
