package io.butcherblock.throughput;

import java.util.List;

/** A workload, and how fast its subjects did it: ours first. */
public record Measured(Workload workload, List<SubjectRates> subjects) {

  /** Ours. */
  public SubjectRates ours() {
    return subjects.get(0);
  }

  /** Floating-point operations of ours in a second. */
  public double flops() {
    return ours().median() * workload.flopPerImage();
  }

  /** The others. */
  public List<SubjectRates> others() {
    return subjects.subList(1, subjects.size());
  }
}
