package io.butcherblock.processor.exact;

/**
 * How much a computation may still do. Work is counted rather than timed, so that two compiles of
 * one source end alike, on whatever machine. The unit is a multiplication of two short numbers.
 */
public final class Work {

  /** Some three seconds of a processor. */
  private static final long MOST = 60_000_000;

  private static final double SHORT_BITS = 256;

  private long left = MOST;

  /**
   * Counts multiplications before they are done.
   *
   * @param bits the length of their factors
   * @throws TooMuchWork if that is more than is left
   */
  public void spend(double multiplications, double bits) {
    // Java's BigInteger multiplies long numbers by Karatsuba's and Toom and Cook's algorithms.
    double cost = multiplications * Math.pow(Math.max(1, bits / SHORT_BITS), 1.6);
    if (cost > left) {
      throw new TooMuchWork();
    }
    left -= (long) cost;
  }
}
