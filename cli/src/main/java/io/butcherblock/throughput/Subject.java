package io.butcherblock.throughput;

/** Who does a workload. */
interface Subject extends AutoCloseable {

  /** In a word: {@code butcherblock}, {@code eager}. */
  String name();

  /**
   * Does the workload some times, and waits for the device.
   *
   * @return the seconds it took
   * @throws RuntimeException if it cannot be done
   */
  double seconds(int times);

  @Override
  void close();
}
