package io.butcherblock.throughput;

import io.butcherblock.measure.Rounds;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long is measured.
 *
 * @param rounds that count, at least 1
 * @param seconds that a subject works in a round, about
 */
public record RoundSettings(int rounds, double seconds) {

  private static final int WARM_UP = 1;

  /**
   * The rates of subjects in interleaved rounds. One that fails is left out from there on.
   *
   * @param subjects by name, each of which does {@code images} at once
   * @return in the order of the subjects
   */
  List<SubjectRates> rates(Map<String, RepeatedWork> subjects, int images) {
    List<RepeatedTask> tasks = new ArrayList<>();
    subjects.forEach((name, work) -> tasks.add(new RepeatedTask(name, work, seconds)));
    List<List<Double>> milliseconds = times(tasks);
    List<SubjectRates> rates = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      RepeatedTask task = tasks.get(i);
      List<Double> perSecond =
          task.failure() == null
              ? milliseconds.get(i).stream().map(ms -> images * 1e3 / ms).toList()
              : List.of();
      rates.add(
          new SubjectRates(
              task.name(), perSecond, task.peakBytes(), Optional.ofNullable(task.failure())));
    }
    return rates;
  }

  private List<List<Double>> times(List<RepeatedTask> tasks) {
    try {
      return new Rounds(WARM_UP, rounds)
          .times(List.of(List.<TimedTask>copyOf(tasks)), (round, done) -> {})
          .get(0);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("These tasks neither read nor wait.", e);
    }
  }
}
