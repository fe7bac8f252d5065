package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.polynomial.CircleMeetings;
import io.butcherblock.processor.polynomial.CircleMeetings.Coefficient;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The intervals of stability of a polynomial p(w, z) of any degree in z: where a root w may lie on
 * the unit circle as z leaves 0 along an axis is found as the roots of a determinant; between two
 * of these points the root condition is the same everywhere, and is decided exactly at one rational
 * point.
 */
final class AxisIntervals {

  /** The coefficients of z^0, z^1, and so on, which are polynomials in w; the first is monic. */
  private final List<Polynomial> powers;

  private final Work work;

  AxisIntervals(List<Polynomial> powers, Work work) {
    Exact common =
        Exact.ONE.times(
            Exact.commonDenominator(
                powers.stream().flatMap(p -> p.coefficients().stream()).toList()));
    this.powers = powers.stream().map(p -> p.times(common)).toList();
    this.work = work;
  }

  /** The largest r such that it is stable on (-r, 0], but for single points; NaN if undecided. */
  double real() {
    return end(2);
  }

  /** The largest r such that it is stable on (-ir, ir), but for single points; NaN if undecided. */
  double imaginary() {
    return end(1);
  }

  /**
   * Along z = i^turn x.
   *
   * @param turn 1 or 2
   */
  private double end(int turn) {
    int degree = powers.get(0).degree();
    List<Coefficient> p =
        IntStream.rangeClosed(0, degree)
            .mapToObj(
                w -> new Coefficient(along(w, turn, /* part= */ 0), along(w, turn, /* part= */ 1)))
            .toList();
    int size = turn == 1 ? 2 * degree : degree;
    double height = 2.0 * size * powers.size();
    int bits = powers.stream().mapToInt(Polynomial::bitLength).max().orElse(0);
    work.spend(Math.pow(size, 3) * height * height / 12, 2.0 * size * bits);
    Polynomial meetings = CircleMeetings.of(p);
    if (meetings.isZero()) {
      return Double.NaN;
    }
    Polynomial rest = meetings.shiftedDown(meetings.lowestPower());
    List<Double> crossings =
        rest.degree() < 1
            ? List.of()
            : StabilityInterval.positiveRoots(rest, Integer.MAX_VALUE, work);
    return AxisEnd.of(crossings, x -> isStable(p, x));
  }

  /** The real or imaginary part of the coefficient of w^power at z = i^turn x. */
  private Polynomial along(int power, int turn, int part) {
    return new Polynomial(
        IntStream.range(0, powers.size())
            .mapToObj(
                m -> {
                  Exact c = powers.get(m).coefficient(power);
                  int quarter = turn * m % 4;
                  return quarter % 2 != part ? Exact.ZERO : quarter < 2 ? c : c.negate();
                })
            .toList());
  }

  /** The roots of Re^2 + Im^2 are those of Re + i Im and their conjugates. */
  private boolean isStable(List<Coefficient> p, Exact x) {
    Polynomial re = new Polynomial(p.stream().map(c -> c.re().at(x)).toList());
    Polynomial im = new Polynomial(p.stream().map(c -> c.im().at(x)).toList());
    return VonNeumann.isSimple(im.isZero() ? re : re.times(re).plus(im.times(im)), work);
  }
}
