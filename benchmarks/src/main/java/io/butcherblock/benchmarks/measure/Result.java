package io.butcherblock.benchmarks.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a comparison has shown. */
public record Result(String name, Sample peer, List<Against> subjects) {

  static Result of(Comparison comparison, Map<Task, List<Double>> times) {
    List<Double> peer = times.get(comparison.peer());
    return new Result(
        comparison.name(),
        Sample.of(comparison.peer().name(), peer),
        comparison.subjects().stream()
            .map(subject -> Against.of(subject.name(), times.get(subject), peer))
            .toList());
  }

  /** The times of the peer and of the subjects. */
  public List<Sample> samples() {
    return Stream.concat(Stream.of(peer), subjects.stream().map(Against::sample)).toList();
  }

  /** A subject beside the peer. */
  public record Against(Sample sample, double ratio, PairedTimes.Interval ratioInterval95) {

    static Against of(String name, List<Double> times, List<Double> peer) {
      PairedTimes pairs = new PairedTimes(times, peer);
      return new Against(Sample.of(name, times), pairs.ratio(), pairs.ratioInterval());
    }
  }
}
