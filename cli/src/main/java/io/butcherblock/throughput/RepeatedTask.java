package io.butcherblock.throughput;

import io.butcherblock.measure.TimedTask;
import java.util.OptionalLong;

/**
 * Work that is repeated until a round has its length; its time is that of a single repetition. Once
 * it fails it is left out: it does nothing from there on, and keeps the reason.
 */
final class RepeatedTask implements TimedTask {

  private final String name;
  private final RepeatedWork work;
  private final double secondsOfRound;
  private int repetitions;
  private long peakBytes = -1;
  private String failure;

  /** Repeats {@code work}, which stays the caller's, for about so many seconds in each round. */
  RepeatedTask(String name, RepeatedWork work, double secondsOfRound) {
    this.name = name;
    this.work = work;
    this.secondsOfRound = secondsOfRound;
  }

  @Override
  public String name() {
    return name;
  }

  /** Finds out how often the work is repeated; its first time prepares much, and is none. */
  @Override
  public void warmUp() {
    try {
      TimedRun unused = work.run(1);
      repetitions = (int) Math.max(1, Math.ceil(secondsOfRound / work.run(1).seconds()));
    } catch (RuntimeException e) {
      failure = firstLine(e);
    }
  }

  @Override
  public double run() {
    if (failure != null) {
      return Double.NaN;
    }
    try {
      TimedRun run = work.run(repetitions);
      run.peakBytes().ifPresent(bytes -> peakBytes = Math.max(peakBytes, bytes));
      return run.seconds() * 1e3 / repetitions;
    } catch (RuntimeException e) {
      failure = firstLine(e);
      return Double.NaN;
    }
  }

  /** Why the work could not be done, as part of a sentence; null if it could. */
  String failure() {
    return failure;
  }

  /** The most memory of the GPU that a round needed; empty on a CPU, and if the work failed. */
  OptionalLong peakBytes() {
    return peakBytes < 0 || failure != null ? OptionalLong.empty() : OptionalLong.of(peakBytes);
  }

  /** LibTorch tells where in its source it failed, further down. */
  private static String firstLine(RuntimeException failure) {
    String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
