package io.butcherblock.evaluate;

import io.butcherblock.metrics.PsnrSsim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** By how much the outputs of a network of smaller steps differ from those of others, so far. */
final class OutputChanges {

  private final List<PsnrSsim> qualities = new ArrayList<>();
  private double squaresFromBefore;
  private double squaresFromFirst;
  private long samples;

  /** Adds an output, all as planes of one image. */
  void add(PsnrSsim quality, float[] output, float[] before, float[] first) {
    qualities.add(quality);
    squaresFromBefore += squares(output, before);
    squaresFromFirst += squares(output, first);
    samples += output.length;
  }

  private static double squares(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  PsnrSsim quality() {
    return PsnrSsim.mean(qualities);
  }

  double fromBefore() {
    return Math.sqrt(squaresFromBefore / samples);
  }

  double fromFirst() {
    return Math.sqrt(squaresFromFirst / samples);
  }

  /** With which power of the step size the change shrank; empty where rounding is most of it. */
  OptionalDouble orderBehind(OutputChanges before) {
    return fromBefore() < RefinedNetwork.LEAST_CHANGE
            || before.fromBefore() < RefinedNetwork.LEAST_CHANGE
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.log(before.fromBefore() / fromBefore()) / Math.log(2));
  }
}
