package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stability function of an explicit Runge-Kutta scheme, the polynomial R(z) = 1 + sum_k z^k b^T
 * A^(k-1) e (Hairer, Wanner II, section IV.2), and where |R| is at most 1.
 */
public final class StabilityFunction {

  private static final Polynomial Y = new Polynomial(List.of(Exact.ZERO, Exact.ONE));

  private StabilityFunction() {}

  /** R and the intervals of stability; they are NaN where it would take too long to find them. */
  public static Stability stability(RungeKutta scheme) {
    Polynomial r = of(scheme);
    List<List<Exact>> polynomial = new ArrayList<>();
    for (int power = 0; power <= r.degree(); power++) {
      Exact minus = r.coefficient(power).negate();
      polynomial.add(power == 0 ? List.of(minus, Exact.ONE) : List.of(minus));
    }
    return new Stability("R(z) = " + r, polynomial, realInterval(r), imaginaryInterval(r));
  }

  static Polynomial of(RungeKutta scheme) {
    int stages = scheme.stages();
    List<Exact> coefficients = new ArrayList<>(List.of(Exact.ONE));
    List<Exact> vector = Collections.nCopies(stages, Exact.ONE);
    for (int power = 1; power <= stages; power++) {
      List<Exact> v = vector;
      coefficients.add(
          IntStream.range(0, stages)
              .mapToObj(i -> scheme.b(i).times(v.get(i)))
              .reduce(Exact.ZERO, Exact::plus));
      vector =
          IntStream.range(0, stages)
              .mapToObj(
                  i ->
                      IntStream.range(0, i)
                          .filter(j -> !scheme.a(i, j).isZero())
                          .mapToObj(j -> scheme.a(i, j).times(v.get(j)))
                          .reduce(Exact.ZERO, Exact::plus))
              .toList();
    }
    return new Polynomial(coefficients);
  }

  /** The largest r with |R(x)| at most 1 on [-r, 0]. */
  static double realInterval(Polynomial r) {
    Polynomial mirrored = alternate(r);
    return Math.min(
        StabilityInterval.end(Polynomial.ONE.minus(mirrored)),
        StabilityInterval.end(Polynomial.ONE.plus(mirrored)));
  }

  /** The largest r with |R(iy)| at most 1 on [0, r]; |R(iy)|^2 = E(y^2)^2 + y^2 O(y^2)^2. */
  static double imaginaryInterval(Polynomial r) {
    Polynomial even = part(r, 0);
    Polynomial odd = part(r, 1);
    Polynomial size = even.times(even).plus(odd.times(odd).times(Y));
    return Math.sqrt(StabilityInterval.end(Polynomial.ONE.minus(size)));
  }

  /** The even or odd powers of r(iy), without the factor iy of the odd ones, in y^2. */
  private static Polynomial part(Polynomial r, int parity) {
    List<Exact> part = new ArrayList<>();
    for (int power = parity; power <= r.degree(); power += 2) {
      part.add(r.coefficient(power));
    }
    return alternate(new Polynomial(part));
  }

  /** p(-z). */
  private static Polynomial alternate(Polynomial p) {
    List<Exact> coefficients = new ArrayList<>();
    for (int power = 0; power <= p.degree(); power++) {
      Exact c = p.coefficient(power);
      coefficients.add(power % 2 == 0 ? c : c.negate());
    }
    return new Polynomial(coefficients);
  }
}
