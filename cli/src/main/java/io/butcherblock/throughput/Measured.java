package io.butcherblock.throughput;

import java.util.List;

/** A workload, and how its subjects stand: ours first. */
public record Measured(Workload workload, List<SubjectTimes> scores) {

  /** Ours. */
  public SubjectTimes ours() {
    return scores.get(0);
  }

  /** Floating-point operations of ours in a second. */
  public double flops() {
    return ours().median() * workload.flopPerImage();
  }

  /** The others. */
  public List<SubjectTimes> others() {
    return scores.subList(1, scores.size());
  }
}
