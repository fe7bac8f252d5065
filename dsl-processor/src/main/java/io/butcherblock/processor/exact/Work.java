package io.butcherblock.processor.exact;

/**
 * How much a computation may still do. Work is counted rather than timed, so that two compiles of
 * one source end alike, on whatever machine. The unit is a multiplication of two short numbers.
 */
public final class Work {

  /** Some three seconds of a processor. */
  private static final long MOST = 60_000_000;

  private static final double SHORT_BITS = 256;

  /** What a greatest common divisor of two short numbers takes. */
  private static final double REDUCTION = 40;

  private long left = MOST;

  /**
   * Counts multiplications before they are done.
   *
   * @param bits the length of their factors
   * @throws TooMuchWork if that is more than is left
   */
  public void spend(double multiplications, double bits) {
    // Java's BigInteger multiplies long numbers by Karatsuba's and Toom and Cook's algorithms.
    take(multiplications * Math.pow(Math.max(1, bits / SHORT_BITS), 1.6));
  }

  /**
   * Counts fractions before they are reduced to lowest terms.
   *
   * @param bits the length of their numerators or denominators, whichever are shorter
   * @throws TooMuchWork if that is more than is left
   */
  public void reduce(double fractions, double bits) {
    // Java's BigInteger subtracts and shifts as in Stein's algorithm.
    take(fractions * REDUCTION * Math.pow(Math.max(1, bits / SHORT_BITS), 2));
  }

  private void take(double cost) {
    if (cost > left) {
      throw new TooMuchWork();
    }
    left -= (long) cost;
  }
}
