package io.butcherblock.evaluate;

import io.butcherblock.image.Image;
import io.butcherblock.metrics.PsnrSsim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** By how much the outputs of a network of smaller steps differ from those of others, so far. */
final class OutputChanges {

  /** A level of 8 bits, in those of 16. */
  private static final double LEVEL = 257;

  /**
   * Below this change, in 0..255, an order is not told: rounding to 16 bits alone makes one of
   * 0.0016.
   */
  private static final double LEAST = 0.005;

  private final List<PsnrSsim> qualities = new ArrayList<>();
  private double squaresFromBefore;
  private double squaresFromFirst;
  private long samples;

  /** Adds an output, all images of 16 bits. */
  void add(PsnrSsim quality, Image output, Image before, Image first) {
    qualities.add(quality);
    short[] own = output.samples16();
    squaresFromBefore += squares(own, before.samples16());
    squaresFromFirst += squares(own, first.samples16());
    samples += own.length;
  }

  private static double squares(short[] a, short[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = ((a[i] & 0xffff) - (b[i] & 0xffff)) / LEVEL;
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
    return fromBefore() < LEAST || before.fromBefore() < LEAST
        ? RefinedNetwork.NO_ORDER
        : OptionalDouble.of(Math.log(before.fromBefore() / fromBefore()) / Math.log(2));
  }
}
