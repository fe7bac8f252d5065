package io.butcherblock.benchmarks.measure;

import io.butcherblock.report.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times comparisons in rounds: each round does every task once, those of a comparison one after the
 * other, and the next round in the other order.
 *
 * <p>Not JMH, which runs all iterations of one benchmark before the next: on a machine that others
 * use too, the tasks of a comparison would meet different loads.
 */
public final class Rounds {

  private final List<Comparison> comparisons;
  // By identity: a task that is held against itself is an equal one.
  private final List<Map<Task, List<Double>>> times = new ArrayList<>();

  public Rounds(List<Comparison> comparisons) {
    this.comparisons = List.copyOf(comparisons);
    comparisons.forEach(comparison -> times.add(new IdentityHashMap<>()));
  }

  /** How many tasks a run does. */
  public long tasks(int warmUp, int rounds) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.tasks().stream())
        .mapToLong(task -> rounds + (task.warmsUp() ? warmUp : 0))
        .sum();
  }

  /** What the times of {@code rounds} rounds say, after {@code warmUp} others. */
  public List<Result> run(int warmUp, int rounds, Progress progress)
      throws IOException, InterruptedException {
    long done = 0;
    for (int round = -warmUp; round < rounds; round++) {
      progress.note(round < 0 ? "warm-up" : "round " + (round + 1) + " of " + rounds);
      for (int i = 0; i < comparisons.size(); i++) {
        for (Task task : inOrder(comparisons.get(i), round)) {
          if (round >= 0 || task.warmsUp()) {
            double milliseconds = task.run();
            if (round >= 0) {
              times.get(i).computeIfAbsent(task, key -> new ArrayList<>()).add(milliseconds);
            }
            progress.to(++done);
          }
        }
      }
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      results.add(Result.of(comparisons.get(i), times.get(i)));
    }
    return results;
  }

  private static List<Task> inOrder(Comparison comparison, int round) {
    List<Task> tasks = new ArrayList<>(comparison.tasks());
    if (round % 2 != 0) {
      Collections.reverse(tasks);
    }
    return tasks;
  }
}
