package io.butcherblock.benchmarks;

import io.butcherblock.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures comparisons in rounds: each round runs every comparison once, its subject and its peer
 * one after the other, and the next round in the other order.
 *
 * <p>Not JMH, which runs all iterations of one benchmark before the next: on a machine that others
 * use too, subject and peer would meet different loads.
 */
final class Rounds {

  private final List<Comparison> comparisons;
  private final Path folder;
  private final List<List<Double>> subjects = new ArrayList<>();
  private final List<List<Double>> peers = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param folder where outputs are written to, each for a moment
   */
  Rounds(List<Comparison> comparisons, Path folder) {
    this.comparisons = comparisons;
    this.folder = folder;
    for (int i = 0; i < comparisons.size(); i++) {
      subjects.add(new ArrayList<>());
      peers.add(new ArrayList<>());
    }
  }

  /** How many pairs a run compiles. */
  long pairs(int warmUp, int rounds) {
    long warm = comparisons.stream().filter(comparison -> comparison.javac().warmsUp()).count();
    return warm * warmUp + (long) comparisons.size() * rounds;
  }

  /** The times of each comparison, from {@code rounds} rounds after {@code warmUp} others. */
  List<PairedTimes> run(int warmUp, int rounds, Progress progress)
      throws IOException, InterruptedException {
    long done = 0;
    for (int round = -warmUp; round < rounds; round++) {
      progress.note(round < 0 ? "warm-up" : "round " + (round + 1) + " of " + rounds);
      for (int i = 0; i < comparisons.size(); i++) {
        if (round >= 0 || comparisons.get(i).javac().warmsUp()) {
          pair(i, round);
          progress.to(++done);
        }
      }
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(comparisons.size())
        .map(i -> new PairedTimes(subjects.get(i), peers.get(i)))
        .toList();
  }

  private void pair(int index, int round) throws IOException, InterruptedException {
    Comparison comparison = comparisons.get(index);
    boolean subjectFirst = round % 2 == 0;
    double first = compile(comparison, subjectFirst);
    double second = compile(comparison, !subjectFirst);
    if (round >= 0) {
      subjects.get(index).add(subjectFirst ? first : second);
      peers.get(index).add(subjectFirst ? second : first);
    }
  }

  private double compile(Comparison comparison, boolean subject)
      throws IOException, InterruptedException {
    Workload workload = subject ? comparison.subject() : comparison.peer();
    Path output = Files.createTempDirectory(folder, "output");
    double milliseconds = comparison.javac().compile(workload, output);
    workload.check(output);
    delete(output);
    return milliseconds;
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
