package io.butcherblock.throughput;

import java.util.List;

/** A workload, and how its contenders stand: ours first. */
public record Measured(Workload workload, List<Standing> standings) {

  /** Ours. */
  public Standing ours() {
    return standings.get(0);
  }

  /** Floating-point operations of ours in a second. */
  public double flops() {
    return ours().median() * workload.flopPerImage();
  }

  /** The others. */
  public List<Standing> others() {
    return standings.subList(1, standings.size());
  }
}
