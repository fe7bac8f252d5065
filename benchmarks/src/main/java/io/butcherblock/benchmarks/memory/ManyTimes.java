package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.process.Work;
import java.util.function.IntConsumer;

/**
 * Work that lasts for a while; what it computes is freed.
 *
 * @param count how often it is done
 * @param once does it, told which time it is, from 0
 * @param resource closed with this
 */
record ManyTimes(int count, IntConsumer once, AutoCloseable resource) implements Work {

  @Override
  public float[] run() {
    for (int i = 0; i < count; i++) {
      once.accept(i);
    }
    return new float[0];
  }

  @Override
  public void close() throws Exception {
    resource.close();
  }
}
