package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Scheme;

/** A scheme whose claims are proved. Only {@link Verifier} makes one. */
public final class VerifiedScheme {

  private final Scheme scheme;
  private final double realStability;
  private final double imaginaryStability;

  VerifiedScheme(Scheme scheme, double realStability, double imaginaryStability) {
    this.scheme = scheme;
    this.realStability = realStability;
    this.imaginaryStability = imaginaryStability;
  }

  public Scheme scheme() {
    return scheme;
  }

  /** The largest r such that the scheme is stable on [-r, 0]; NaN where that is not computed. */
  public double realStability() {
    return realStability;
  }

  /** The largest r such that the scheme is stable on [-ir, ir]; NaN where it is not computed. */
  public double imaginaryStability() {
    return imaginaryStability;
  }
}
