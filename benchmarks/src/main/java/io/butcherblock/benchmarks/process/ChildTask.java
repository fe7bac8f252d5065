package io.butcherblock.benchmarks.process;

import io.butcherblock.benchmarks.process.ChildProcess.Timing;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A work of a child, as a task; keeps what the child's processors did in between. */
public final class ChildTask implements TimedTask {

  /**
   * Threads of a pool wait for the next work with their processors busy, for some milliseconds: in
   * this pause they give up, and the next child has the machine for itself.
   */
  private static final long SETTLE_MILLISECONDS = 250;

  private final String name;
  private final ChildProcess child;
  private final String work;
  private final List<Double> idle = new ArrayList<>();

  public ChildTask(String name, ChildProcess child, String work) {
    this.name = name;
    this.child = child;
    this.work = work;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double run() throws IOException, InterruptedException {
    Timing timing = child.run(work);
    idle.add(timing.idleProcessorMilliseconds());
    Thread.sleep(SETTLE_MILLISECONDS);
    return timing.milliseconds();
  }

  public ChildProcess child() {
    return child;
  }

  /** What the work computes, done {@code times} times; {@code folder} is for files. */
  public float[] check(int times, Path folder) throws IOException {
    return child.check(work, times, folder);
  }

  /** The processor time of the child between two of its runs, each in milliseconds. */
  public List<Double> idle() {
    return List.copyOf(idle);
  }
}
