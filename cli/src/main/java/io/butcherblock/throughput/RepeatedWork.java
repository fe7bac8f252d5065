package io.butcherblock.throughput;

/** Work that can be done many times in a row. Close it when all is measured. */
interface RepeatedWork extends AutoCloseable {

  /**
   * Does the work some times, and waits for the device.
   *
   * @throws RuntimeException if it cannot be done
   */
  TimedRun run(int times);

  @Override
  void close();
}
