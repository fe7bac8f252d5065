package io.butcherblock.measure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Times of a subject and of its peer, measured in the same rounds: pair i is the i-th of each.
 *
 * <p>The ratio is that of the medians. Its interval is the percentile interval of the bootstrap
 * (Efron, Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3): pairs are drawn with
 * replacement, a subject always with its own peer, since both met the same state of the machine.
 */
public record PairedTimes(List<Double> subject, List<Double> peer) {

  private static final int RESAMPLES = 10_000;
  private static final double OUTSIDE = 0.025;

  public PairedTimes {
    subject = List.copyOf(subject);
    peer = List.copyOf(peer);
    if (subject.isEmpty() || subject.size() != peer.size()) {
      throw new IllegalArgumentException(subject.size() + " times against " + peer.size());
    }
  }

  double ratio() {
    return Quantiles.of(subject).median() / Quantiles.of(peer).median();
  }

  /** Holds the ratio with a probability of 95 %; the same each time it is asked for. */
  Interval ratioInterval() {
    SplittableRandom random = new SplittableRandom(1993);
    Quantiles ratios =
        new Quantiles(DoubleStream.generate(() -> resampled(random)).limit(RESAMPLES).toArray());
    return new Interval(ratios.at(OUTSIDE), ratios.at(1 - OUTSIDE));
  }

  private double resampled(SplittableRandom random) {
    int[] drawn = random.ints(subject.size(), 0, subject.size()).toArray();
    return new Quantiles(pick(subject, drawn)).median() / new Quantiles(pick(peer, drawn)).median();
  }

  private static double[] pick(List<Double> times, int[] drawn) {
    double[] picked = new double[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      picked[i] = times.get(drawn[i]);
    }
    return picked;
  }

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {}
}
