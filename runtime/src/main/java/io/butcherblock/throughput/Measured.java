package io.butcherblock.throughput;

import java.util.List;

/** A workload, and how its contenders stand: ours first. */
public record Measured(Workload workload, List<Standing> standings) {

  /** Ours. */
  public Standing ours() {
    return standings.get(0);
  }

  /** The others. */
  public List<Standing> others() {
    return standings.subList(1, standings.size());
  }
}
