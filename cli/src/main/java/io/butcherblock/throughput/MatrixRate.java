package io.butcherblock.throughput;

import java.util.List;
import java.util.stream.Stream;

/**
 * How fast a device multiplied matrices.
 *
 * @param ofRounds the rate of each round in FLOP/s; empty if it failed
 */
public record MatrixRate(List<Double> ofRounds) {

  /** Another task takes this much of a machine, not chance. */
  private static final double DISTURBED = 1.5;

  /** The rate of the fastest round, for other work only ever slows one down; NaN if it failed. */
  public double best() {
    return ofRounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  /** The rate of the slowest round; NaN if it failed. */
  public double worst() {
    return ofRounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  /** Whether rounds differ so much that something slowed some of them down. */
  public boolean isDisturbed() {
    return best() > DISTURBED * worst();
  }

  /** Both measurements as one. */
  public MatrixRate and(MatrixRate later) {
    return new MatrixRate(Stream.concat(ofRounds.stream(), later.ofRounds.stream()).toList());
  }
}
