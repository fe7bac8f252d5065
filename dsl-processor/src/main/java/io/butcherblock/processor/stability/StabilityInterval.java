package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.RealRoots;
import java.util.List;

/**
 * The interval on which a polynomial that vanishes at 0 stays non-negative to the right of 0. Its
 * end is the first root at which the sign turns negative.
 */
final class StabilityInterval {

  /** Bits of the end that are right, more than a double has. */
  private static final int ACCURACY = 64;

  private StabilityInterval() {}

  /** The largest r such that p is not negative on [0, r], rounded; infinite if there is none. */
  static double end(Polynomial p, Work work) {
    if (p.isZero()) {
      return Double.POSITIVE_INFINITY;
    }
    Polynomial rest = p.shiftedDown(p.lowestPower()).integral();
    if (rest.coefficient(0).signum() < 0) {
      return 0;
    }
    // Positive behind 0, it turns negative where its sign first changes.
    Polynomial odd = rest.degree() < 1 ? rest : rest.oddPart();
    return odd.degree() < 1 ? Double.POSITIVE_INFINITY : firstPositiveRoot(odd, work);
  }

  private static double firstPositiveRoot(Polynomial p, Work work) {
    return positiveRoots(p, 1, work).stream().findFirst().orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The positive roots, in rising order, rounded.
   *
   * @param p not 0 at 0
   * @param most how many of them are wanted
   */
  static List<Double> positiveRoots(Polynomial p, int most, Work work) {
    int highest = p.rootExponent();
    int lowest = -p.reversed().rootExponent();
    Exact low = power(lowest);
    Exact width = power(highest).minus(low);
    RealRoots roots = new RealRoots(p, low, power(highest), work);
    int accuracy = ACCURACY + highest - lowest;
    List<Interval> found =
        most == 1 ? roots.firstFraction(accuracy).stream().toList() : roots.fractions(accuracy);
    return found.stream()
        .map(Interval::middle)
        .map(t -> low.plus(width.times(t)).doubleValue())
        .toList();
  }

  private static Exact power(int exponent) {
    Exact size = Exact.of(2).pow(Math.abs(exponent));
    return exponent < 0 ? Exact.ONE.over(size) : size;
  }
}
