package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;

/** The queue of a process on its own: reports are handed over as they are. */
final class LocalWorkQueue<R> implements WorkQueue<R> {

  private int taken;
  private final List<Report<R>> reports = new ArrayList<>();

  @Override
  public int take() {
    return taken++;
  }

  @Override
  public void report(R result) {
    reports.add(new Report<>(0, result));
  }

  @Override
  public List<Report<R>> reports() {
    List<Report<R>> fresh = List.copyOf(reports);
    reports.clear();
    return fresh;
  }
}
