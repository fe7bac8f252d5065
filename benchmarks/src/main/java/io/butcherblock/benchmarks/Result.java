package io.butcherblock.benchmarks;

import java.util.List;

/**
 * What a comparison has shown; all times in milliseconds.
 *
 * @param extraPerScheme how much longer the subject takes than its peer, for each of its schemes
 */
record Result(
    String name,
    Side subject,
    Side peer,
    double ratio,
    PairedTimes.Interval ratioInterval95,
    Double extraPerScheme) {

  static Result of(Comparison comparison, PairedTimes times) {
    Side subject = Side.of(comparison.subject(), times.subject());
    Side peer = Side.of(comparison.peer(), times.peer());
    int schemes = comparison.subject().schemes();
    return new Result(
        comparison.name(),
        subject,
        peer,
        times.ratio(),
        times.ratioInterval(),
        schemes == 0 ? null : (subject.median() - peer.median()) / schemes);
  }

  /** One of the two. */
  record Side(
      String workload,
      double median,
      double lowerQuartile,
      double upperQuartile,
      List<Double> all) {

    static Side of(Workload workload, List<Double> times) {
      Quantiles quantiles = Quantiles.of(times);
      return new Side(
          workload.name(), quantiles.median(), quantiles.at(0.25), quantiles.at(0.75), times);
    }
  }
}
