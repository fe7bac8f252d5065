package io.butcherblock.throughput;

import java.util.List;

/**
 * A workload, and what its subjects do in a second.
 *
 * @param times of each subject, ours first
 */
public record Measured(Workload workload, List<SubjectTimes> times) {

  /** Ours. */
  public SubjectTimes ours() {
    return times.get(0);
  }

  /** Floating-point operations of ours in a second. */
  public double flops() {
    return ours().median() * workload.flopPerImage();
  }

  /** The others. */
  public List<SubjectTimes> others() {
    return times.subList(1, times.size());
  }
}
