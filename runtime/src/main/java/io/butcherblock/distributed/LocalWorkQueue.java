package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;

/** The board of a process on its own. */
final class LocalWorkQueue implements WorkQueue {

  private int taken;
  private final List<Report> reports = new ArrayList<>();

  @Override
  public int take() {
    return taken++;
  }

  @Override
  public void report(String text) {
    reports.add(new Report(0, text));
  }

  @Override
  public List<Report> reports() {
    List<Report> fresh = List.copyOf(reports);
    reports.clear();
    return fresh;
  }
}
