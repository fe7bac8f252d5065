package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Store;

/**
 * A board in the store: a counter of what was taken, and for each process its reports and their
 * count. A report is there before it is counted, so that nobody waits for one of a process that
 * died.
 */
final class StoreBoard implements WorkBoard {

  private final Store store;
  private final Heartbeat heartbeat;
  private final String prefix;
  private final int rank;
  private final long[] seen;
  private long allSeen;
  private long reported;

  /**
   * A board.
   *
   * @param store a connection that no other thread uses
   * @param name tells it from other boards
   */
  StoreBoard(RankEnvironment environment, Store store, Heartbeat heartbeat, String name) {
    this.store = store;
    this.heartbeat = heartbeat;
    this.prefix = environment.storePrefix() + "/board/" + name + "/";
    this.rank = environment.rank();
    this.seen = new long[environment.size()];
  }

  @Override
  public int take() {
    return Math.toIntExact(ask(() -> store.add(prefix + "taken", 1)) - 1);
  }

  @Override
  public void report(String text) {
    ask(
        () -> {
          StoreString.set(store, report(rank, reported), text);
          store.add(count(rank), 1);
          return store.add(prefix + "count", 1);
        });
    reported++;
  }

  @Override
  public List<Report> reports() {
    return ask(
        () -> {
          List<Report> fresh = new ArrayList<>();
          // One question where nothing is new, however many processes there are.
          if (store.add(prefix + "count", 0) > allSeen) {
            for (int other = 0; other < seen.length; other++) {
              fetch(other, fresh);
            }
          }
          return fresh;
        });
  }

  private void fetch(int other, List<Report> fresh) {
    long count = store.add(count(other), 0);
    for (; seen[other] < count; seen[other]++, allSeen++) {
      String name = report(other, seen[other]);
      fresh.add(new Report(other, StoreString.get(store, name)));
      store.deleteKey(name);
    }
  }

  private String count(int other) {
    return prefix + "count/" + other;
  }

  private String report(int other, long number) {
    return prefix + "report/" + other + "/" + number;
  }

  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw heartbeat.explain(e);
    }
  }
}
