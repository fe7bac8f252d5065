package io.butcherblock.fuzz;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Gives inputs to a target, and checks what must hold of every one. */
final class Harness {

  /** Of the processor, not of the clock: a busy machine is no fault. */
  private static final long MOST_SECONDS = 20;

  private final FuzzTarget target;

  Harness(FuzzTarget target) {
    this.target = target;
  }

  /**
   * Runs the target once.
   *
   * @return whether the input was accepted
   */
  boolean run(byte[] input) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    boolean accepted = accepts(input);
    long seconds =
        TimeUnit.NANOSECONDS.toSeconds(
            ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    if (seconds > MOST_SECONDS) {
      throw new AssertionError(seconds + " s for an input of " + input.length + " bytes.");
    }
    return accepted;
  }

  private boolean accepts(byte[] input) {
    try {
      target.run(input);
      return true;
    } catch (ButcherblockException e) {
      Refusal.check(e);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
