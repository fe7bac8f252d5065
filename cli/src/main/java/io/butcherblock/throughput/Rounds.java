package io.butcherblock.throughput;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times subjects by turns, so that what else the machine does meets all of them: each round has
 * every subject once, and the next round the other way round.
 *
 * @param rounds that count, at least 1
 * @param seconds that a subject works in a round, about
 */
public record Rounds(int rounds, double seconds) {

  /**
   * The times, in the order of the subjects, each of whom does {@code images} at once. One that
   * fails is left out from there on.
   */
  List<SubjectTimes> run(List<Subject> subjects, int images) {
    Map<Subject, Integer> times = new LinkedHashMap<>();
    Map<Subject, List<Double>> rates = new LinkedHashMap<>();
    Map<Subject, String> failures = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Subject subject : inOrder(subjects, round)) {
        rates.putIfAbsent(subject, new ArrayList<>());
        if (failures.containsKey(subject)) {
          continue;
        }
        try {
          if (round < 0) {
            times.put(subject, warmUp(subject));
          } else {
            int n = times.get(subject);
            rates.get(subject).add(images * n / subject.seconds(n));
          }
        } catch (RuntimeException e) {
          failures.put(subject, firstLine(e));
          rates.get(subject).clear();
        }
      }
    }
    return subjects.stream()
        .map(c -> new SubjectTimes(c.name(), rates.get(c), Optional.ofNullable(failures.get(c))))
        .toList();
  }

  /** How often a subject does its work in a round; the first time prepares much, and is none. */
  private int warmUp(Subject subject) {
    double unused = subject.seconds(1);
    return (int) Math.max(1, Math.ceil(seconds / subject.seconds(1)));
  }

  private static List<Subject> inOrder(List<Subject> subjects, int round) {
    List<Subject> order = new ArrayList<>(subjects);
    if (round % 2 != 0) {
      Collections.reverse(order);
    }
    return order;
  }

  /** As part of a sentence. LibTorch tells where in its source it failed, further down. */
  private static String firstLine(RuntimeException failure) {
    String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
