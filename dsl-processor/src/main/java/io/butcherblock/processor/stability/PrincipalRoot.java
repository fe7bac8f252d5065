package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.List;

/**
 * The root w(z) of rho(w) = z^d sigma(w) with w(0) = w'(0) = 1, as a power series; d is the order
 * of the differential equation y^(d) = lambda^d y.
 */
final class PrincipalRoot {

  private final Polynomial rho;
  private final Polynomial sigma;
  private final int equationOrder;
  private final Exact slope;
  private final List<Exact> series = new ArrayList<>(List.of(Exact.ONE));
  private final Work work = new Work();

  PrincipalRoot(Multistep scheme) {
    this.rho = Characteristic.rho(scheme);
    this.sigma = Characteristic.sigma(scheme);
    this.equationOrder = scheme.equationOrder();
    Polynomial derivative = rho.derivative();
    if (scheme.isSecondOrder()) {
      derivative = derivative.derivative();
      series.add(Exact.ONE);
    }
    this.slope = derivative.at(Exact.ONE);
  }

  /**
   * The coefficient of z^n: what the earlier ones leave over at z^(n+d-1), divided by rho'(1), or
   * by rho''(1), the derivative of rho(1 + z + c z^n) by c at z^(n+1) where 1 is a double root.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if it would take too long to compute it
   */
  Exact coefficient(int n) {
    while (series.size() <= n) {
      int next = series.size();
      int power = next + equationOrder - 1;
      series.add(Exact.ZERO);
      Exact left = composed(rho, power).get(power).minus(composed(sigma, next).get(next - 1));
      series.set(next, left.negate().over(slope));
    }
    return series.get(n);
  }

  /** p(w) up to a power of z. */
  private List<Exact> composed(Polynomial p, int last) {
    List<Exact> value = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      value.add(i == 0 ? p.coefficient(p.degree()) : Exact.ZERO);
    }
    for (int power = p.degree() - 1; power >= 0; power--) {
      value = times(value, last);
      value.set(0, value.get(0).plus(p.coefficient(power)));
    }
    return value;
  }

  private List<Exact> times(List<Exact> left, int last) {
    List<Exact> product = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Exact sum = Exact.ZERO;
      for (int k = 0; k <= i; k++) {
        Exact right = i - k < series.size() ? series.get(i - k) : Exact.ZERO;
        if (!left.get(k).isZero() && !right.isZero()) {
          work.reduce(2, sum.bitLength() + left.get(k).bitLength() + right.bitLength());
          sum = sum.plus(left.get(k).times(right));
        }
      }
      product.add(sum);
    }
    return product;
  }
}
