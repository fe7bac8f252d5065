package io.butcherblock.throughput;

/** Work that can be done many times in a row. Close it when all is measured. */
interface RepeatedWork extends AutoCloseable {

  /**
   * Does the work some times, and waits for the device.
   *
   * @return the seconds it took
   * @throws RuntimeException if it cannot be done
   */
  double seconds(int times);

  @Override
  void close();
}
