package io.butcherblock.throughput;

import java.util.OptionalLong;

/**
 * What work took that was done some times.
 *
 * @param seconds of all times together
 * @param peakBytes the most memory of the GPU that the process's tensors had at once; empty on a
 *     CPU
 */
record TimedRun(double seconds, OptionalLong peakBytes) {

  /** Work that began at {@code start}, of {@link System#nanoTime}, and ends now; on any device. */
  static TimedRun since(long start) {
    return new TimedRun((System.nanoTime() - start) / 1e9, OptionalLong.empty());
  }
}
