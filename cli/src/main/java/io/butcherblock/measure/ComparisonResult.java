package io.butcherblock.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the times of a comparison say.
 *
 * @param name of the comparison
 * @param subjects in the order of the comparison
 */
public record ComparisonResult(String name, Sample peer, List<Against> subjects) {

  /**
   * The result of a comparison.
   *
   * @param times of each of its tasks, the peer's last
   */
  static ComparisonResult of(TimedComparison comparison, List<List<Double>> times) {
    List<TimedTask> subjects = comparison.subjects();
    List<Double> peer = times.get(subjects.size());
    List<Against> results = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      results.add(Against.of(subjects.get(i).name(), times.get(i), peer));
    }
    return new ComparisonResult(
        comparison.name(), Sample.of(comparison.peer().name(), peer), results);
  }

  /** The times of the peer and of the subjects. */
  public List<Sample> samples() {
    return Stream.concat(Stream.of(peer), subjects.stream().map(Against::sample)).toList();
  }

  /**
   * A subject compared with its peer.
   *
   * @param ratio the subject's median over the peer's
   * @param ratioInterval95 holds the ratio with a probability of 95 %
   */
  public record Against(Sample sample, double ratio, PairedTimes.Interval ratioInterval95) {

    static Against of(String name, List<Double> times, List<Double> peer) {
      PairedTimes pairs = new PairedTimes(times, peer);
      return new Against(Sample.of(name, times), pairs.ratio(), pairs.ratioInterval());
    }
  }
}
