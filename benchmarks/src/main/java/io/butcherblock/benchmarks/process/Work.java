package io.butcherblock.benchmarks.process;

/** Work that takes time. */
public interface Work extends AutoCloseable {

  /**
   * Does it once.
   *
   * @return what it computed, to be compared with what others compute; may be empty
   */
  float[] run() throws Exception;

  @Override
  default void close() throws Exception {}
}
