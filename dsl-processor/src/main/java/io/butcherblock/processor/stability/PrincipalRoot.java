package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.List;

/** The root w(z) of rho(w) = z sigma(w) with w(0) = 1, as a power series. */
final class PrincipalRoot {

  private final Polynomial rho;
  private final Polynomial sigma;
  private final Exact slope;
  private final List<Exact> series = new ArrayList<>(List.of(Exact.ONE));

  PrincipalRoot(Multistep scheme) {
    this.rho = Characteristic.rho(scheme);
    this.sigma = Characteristic.sigma(scheme);
    Exact sum = Exact.ZERO;
    for (int power = 1; power <= rho.degree(); power++) {
      sum = sum.plus(rho.coefficient(power).times(Exact.of(power)));
    }
    this.slope = sum;
  }

  /** The coefficient of z^n: what the earlier ones leave over, divided by rho'(1). */
  Exact coefficient(int n) {
    while (series.size() <= n) {
      int next = series.size();
      series.add(Exact.ZERO);
      Exact left = composed(rho, next).get(next).minus(composed(sigma, next).get(next - 1));
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
        if (!left.get(k).isZero() && !series.get(i - k).isZero()) {
          sum = sum.plus(left.get(k).times(series.get(i - k)));
        }
      }
      product.add(sum);
    }
    return product;
  }
}
