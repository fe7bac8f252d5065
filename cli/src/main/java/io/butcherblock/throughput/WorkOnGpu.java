package io.butcherblock.throughput;

import io.butcherblock.device.GpuMemory;
import java.util.OptionalLong;

/**
 * Work on a GPU that other processes use in turn: what memory it takes is taken before its time
 * counts, and given back afterwards, since LibTorch else keeps it and the others lack it.
 *
 * @param work closed with this
 */
record WorkOnGpu(RepeatedWork work, GpuMemory memory) implements RepeatedWork {

  @Override
  public TimedRun run(int times) {
    memory.resetPeak();
    try {
      TimedRun unused = work.run(1);
      double seconds = work.run(times).seconds();
      return new TimedRun(seconds, OptionalLong.of(memory.peak()));
    } finally {
      memory.releaseUnused();
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
