package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;

/**
 * A queue in the store: a counter of what was taken, and for each process its reports, as text, and
 * their count. A report is there before it is counted, so that nobody waits for one of a process
 * that died.
 */
final class StoreWorkQueue<R> implements WorkQueue<R> {

  private final WatchedStore store;
  private final String prefix;
  private final TextCodec<R> codec;
  private final int rank;
  private final long[] seen;
  private long allSeen;
  private long reported;

  /**
   * The queue of a name, as one process sees it.
   *
   * @param name tells it from other queues
   * @param codec of the reports
   */
  StoreWorkQueue(RankEnvironment environment, WatchedStore store, String name, TextCodec<R> codec) {
    this.store = store;
    this.prefix = "queue/" + name + "/";
    this.codec = codec;
    this.rank = environment.rank();
    this.seen = new long[environment.size()];
  }

  @Override
  public int take() {
    return Math.toIntExact(store.add(prefix + "taken", 1) - 1);
  }

  @Override
  public void report(R result) {
    store.setText(report(rank, reported), codec.encode(result));
    store.add(count(rank), 1);
    store.add(prefix + "count", 1);
    reported++;
  }

  @Override
  public List<Report<R>> reports() {
    List<Report<R>> fresh = new ArrayList<>();
    // One question where nothing is new, however many processes there are.
    if (store.count(prefix + "count") > allSeen) {
      for (int other = 0; other < seen.length; other++) {
        fetch(other, fresh);
      }
    }
    return fresh;
  }

  private void fetch(int other, List<Report<R>> fresh) {
    long count = store.count(count(other));
    for (; seen[other] < count; seen[other]++, allSeen++) {
      String key = report(other, seen[other]);
      fresh.add(new Report<>(other, codec.decode(store.text(key))));
      store.delete(key);
    }
  }

  private String count(int other) {
    return prefix + "count/" + other;
  }

  private String report(int other, long number) {
    return prefix + "report/" + other + "/" + number;
  }
}
