package io.butcherblock.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComplexPolynomialTest {

  private static final Complex[] ROOTS = {
    new Complex(1, 0), new Complex(0, 2), new Complex(-3, 0.5), new Complex(0.25, -0.25)
  };

  @Test
  void rootsAreFoundAndDividedOut() {
    ComplexPolynomial p = withRoots(ROOTS);
    List<Complex> found = p.roots();
    assertEquals(ROOTS.length, found.size());
    for (Complex root : ROOTS) {
      assertEquals(0, p.at(root).modulus(), 1e-12);
      assertTrue(found.stream().anyMatch(z -> z.distance(root) < 1e-10), found::toString);
    }
    ComplexPolynomial rest = p.withoutRoot(ROOTS[1]);
    assertEquals(0, rest.at(ROOTS[2]).modulus(), 1e-12);
    assertTrue(rest.at(ROOTS[1]).modulus() > 1);
  }

  @Test
  void aVanishingLeadingCoefficientLowersTheDegree() {
    Complex zero = new Complex(0, 0);
    assertEquals(
        List.of(new Complex(2, 0)),
        new ComplexPolynomial(new Complex(-2, 0), Complex.ONE, zero).roots());
    assertEquals(List.of(), new ComplexPolynomial(Complex.ONE, zero).roots());
  }

  /** The recursion of Schur and Cohn says what the roots themselves say. */
  @Test
  void rootsWithinADiscAreKnownWithoutTheirValues() {
    Random random = new Random(7);
    int within = 0;
    for (int i = 0; i < 300; i++) {
      Complex[] roots = new Complex[1 + random.nextInt(6)];
      double largest = 0;
      for (int k = 0; k < roots.length; k++) {
        roots[k] = Complex.polar(1.1 * random.nextDouble(), 2 * Math.PI * random.nextDouble());
        largest = Math.max(largest, roots[k].modulus());
      }
      assertEquals(largest < 1, withRoots(roots).hasRootsWithin(1), "largest " + largest);
      assertEquals(largest < 0.9, withRoots(roots).hasRootsWithin(0.9), "largest " + largest);
      within += largest < 1 ? 1 : 0;
    }
    assertTrue(within > 100 && within < 250, "within: " + within);
  }

  private static ComplexPolynomial withRoots(Complex... roots) {
    Complex[] product = {Complex.ONE};
    for (Complex root : roots) {
      Complex[] next = new Complex[product.length + 1];
      for (int power = 0; power < next.length; power++) {
        Complex lower = power > 0 ? product[power - 1] : new Complex(0, 0);
        Complex same = power < product.length ? product[power] : new Complex(0, 0);
        next[power] = lower.minus(same.times(root));
      }
      product = next;
    }
    return new ComplexPolynomial(product);
  }
}
