package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;

/**
 * A board in the store: a counter of what was taken, and for each process its reports and their
 * count. A report is there before it is counted, so that nobody waits for one of a process that
 * died.
 */
final class StoreWorkQueue implements WorkQueue {

  private final WatchedStore store;
  private final String prefix;
  private final int rank;
  private final long[] seen;
  private long allSeen;
  private long reported;

  /**
   * A board.
   *
   * @param name tells it from other boards
   */
  StoreWorkQueue(RankEnvironment environment, WatchedStore store, String name) {
    this.store = store;
    this.prefix = "board/" + name + "/";
    this.rank = environment.rank();
    this.seen = new long[environment.size()];
  }

  @Override
  public int take() {
    return Math.toIntExact(store.add(prefix + "taken", 1) - 1);
  }

  @Override
  public void report(String text) {
    store.setText(report(rank, reported), text);
    store.add(count(rank), 1);
    store.add(prefix + "count", 1);
    reported++;
  }

  @Override
  public List<Report> reports() {
    List<Report> fresh = new ArrayList<>();
    // One question where nothing is new, however many processes there are.
    if (store.count(prefix + "count") > allSeen) {
      for (int other = 0; other < seen.length; other++) {
        fetch(other, fresh);
      }
    }
    return fresh;
  }

  private void fetch(int other, List<Report> fresh) {
    long count = store.count(count(other));
    for (; seen[other] < count; seen[other]++, allSeen++) {
      String name = report(other, seen[other]);
      fresh.add(new Report(other, store.text(name)));
      store.delete(name);
    }
  }

  private String count(int other) {
    return prefix + "count/" + other;
  }

  private String report(int other, long number) {
    return prefix + "report/" + other + "/" + number;
  }
}
