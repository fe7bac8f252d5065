package io.butcherblock.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Times tasks in interleaved rounds, so that whatever else the machine does affects all of them:
 * each round does every task once, those of a group one after the other, and the next round does
 * each group in the reverse order.
 *
 * <p>Not JMH, which runs all iterations of one benchmark before the next: on a machine that others
 * use too, the tasks of a group would meet different loads.
 *
 * @param warmUp rounds that do not count, at least 0
 * @param rounds that count, at least 1
 */
public record Rounds(int warmUp, int rounds) {

  /** Called as the rounds are done. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called before each task, and once at the end.
     *
     * @param round from 0; negative while warming up
     * @param done tasks done so far
     */
    void at(int round, long done);
  }

  private int runs(TimedTask task) {
    return rounds + (task.warmsUp() ? warmUp : 0);
  }

  /** How many times tasks are done for {@code comparisons}, warm-up included. */
  public long runs(List<TimedComparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.tasks().stream())
        .mapToLong(this::runs)
        .sum();
  }

  /** What the times of comparisons say, which are done in the same rounds; in their order. */
  public List<ComparisonResult> compare(List<TimedComparison> comparisons, Listener listener)
      throws IOException, InterruptedException {
    List<List<List<Double>>> times =
        times(comparisons.stream().map(TimedComparison::tasks).toList(), listener);
    List<ComparisonResult> results = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      results.add(ComparisonResult.of(comparisons.get(i), times.get(i)));
    }
    return results;
  }

  /**
   * The times of tasks.
   *
   * @param groups of tasks that are done right after each other
   * @return for each group, and each of its tasks, the milliseconds of each round that counts
   */
  public List<List<List<Double>>> times(List<List<TimedTask>> groups, Listener listener)
      throws IOException, InterruptedException {
    List<List<List<Double>>> times = new ArrayList<>();
    for (List<TimedTask> group : groups) {
      times.add(group.stream().<List<Double>>map(task -> new ArrayList<>()).toList());
    }
    long done = 0;
    for (int round = -warmUp; round < rounds; round++) {
      for (int i = 0; i < groups.size(); i++) {
        List<TimedTask> group = groups.get(i);
        for (int j = 0; j < group.size(); j++) {
          int at = round % 2 == 0 ? j : group.size() - 1 - j;
          TimedTask task = group.get(at);
          if (round >= 0) {
            listener.at(round, done++);
            times.get(i).get(at).add(task.run());
          } else if (task.warmsUp()) {
            listener.at(round, done++);
            task.warmUp();
          }
        }
      }
    }
    listener.at(rounds - 1, done);
    return times;
  }
}
