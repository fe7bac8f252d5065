package io.butcherblock.processor.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolynomialTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 1         | true  | false  | z - 1
          -1 0 1       | true  | false  | two simple roots on the circle
          1 -2 1       | false | false  | (z - 1)^2
          1 2 1        | false | false  | (z + 1)^2
          0 0 1        | true  | true   | z^2
          -5 4 1       | false | false  | root -5
          1 0 2 0 1    | false | false  | (z^2 + 1)^2
          1 0 1        | true  | false  | z^2 + 1
          -1 0 0 0 1   | true  | false  | z^4 - 1
          -2 1         | false | false  | z - 2
          -1 2         | true  | true   | 2 z - 1
          1 -5 2       | false | false  | roots on both sides
          -1 3 -3 1    | false | false  | (z - 1)^3
          2 -5 2       | false | false  | reciprocal roots 1/2 and 2
          """)
  void rootCondition(String coefficients, boolean simple, boolean schur, String what) {
    Polynomial p =
        new Polynomial(
            Arrays.stream(coefficients.trim().split(" ", -1))
                .map(c -> Exact.of(Long.parseLong(c)))
                .toList());
    assertEquals(simple, VonNeumann.isSimple(p), what);
    assertEquals(schur, VonNeumann.isSchur(p), what);
  }

  /** The digits are those that tell a root from one on the circle. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 -2 1                                | 1           | on the unit circle, and it is multiple
          -5 4 1                                | -5          | of modulus 5, above 1
          -1.0000000001 1                       | 1 + 1e-10   | of modulus 1 + 1e-10, above 1
          1.0000000001 1                        | -1 - 1e-10  | of modulus 1 + 1e-10, above 1
          -1.00000001 1                         | 1 + 1e-8    | of modulus 1 + 1e-8, above 1
          -1.000000000000000000000000000001 1   | 1 + 1e-30   | of modulus 1 + 1e-30, above 1
          -0.250000000025 1.2500000001 -2.0000000001 1 | 1 + 1e-10 | of modulus 1 + 1e-10, above 1
          1.0000000002 0 1                      | (1 + 1e-10) i | of modulus 1 + 1e-10, above 1
          -1.00001 1                            | 1.00001     | of modulus 1.00001, above 1
          -0.25 1.25 -2 1                       | none        | none
          -0.125 0.75 -1.5 1                    | none        | none
          1 0 2 0 1                             | 1 i         | on the unit circle, and it is multiple
          0.25 -1.5 3.25 -3 1                   | 1           | on the unit circle, and it is multiple
          1 -2 3 -2 1                           | 0.5 + 0.866025 i | on the unit circle, and it is multiple
          """)
  void offendingRootIsNamed(String coefficients, String root, String reason) {
    Polynomial p =
        new Polynomial(
            Arrays.stream(coefficients.trim().split(" ", -1))
                .map(PolynomialTest::decimal)
                .toList());
    if (root.equals("none")) {
      assertTrue(VonNeumann.isSimple(p));
    } else {
      assertFalse(VonNeumann.isSimple(p));
      assertEquals(new OffendingRoot(root, reason), OffendingRoot.of(p));
    }
  }

  /** All random polynomials of which one root lies just outside, on or inside the circle. */
  @Test
  void aRootJustOutsideTheCircleIsFound() {
    Random random = new Random(11);
    for (int i = 0; i < 10; i++) {
      Polynomial inside = Polynomial.ONE;
      for (int k = random.nextInt(4); k >= 0; k--) {
        Exact root = Exact.of(random.nextInt(19) - 9, 10);
        inside = inside.times(new Polynomial(List.of(root, Exact.ONE)));
      }
      BigInteger scale = BigInteger.TEN.pow(3 + random.nextInt(60));
      Exact tiny = Exact.of(BigFraction.of(BigInteger.ONE, scale));
      Exact above = Exact.ONE.plus(tiny);
      // (z^2 + (1 + e)^2) with complex roots, or z - (1 + e).
      Polynomial outside =
          random.nextBoolean()
              ? new Polynomial(List.of(above.times(above), Exact.ZERO, Exact.ONE))
              : new Polynomial(List.of(above.negate(), Exact.ONE));
      Polynomial p = inside.times(outside).times(polynomial(-1, 1));
      assertFalse(VonNeumann.isSimple(p));
      // Beside a pair on the circle.
      assertFalse(VonNeumann.isSimple(p.times(polynomial(1, 0, 1))));
      OffendingRoot root = OffendingRoot.of(p);
      int digits = scale.toString().length() - 1;
      String size =
          digits < 7
              ? new BigDecimal(1).add(BigDecimal.ONE.movePointLeft(digits)).toPlainString()
              : "1 + 1e-" + digits;
      assertEquals("of modulus " + size + ", above 1", root.reason(), root.text());
      Exact below = Exact.ONE.minus(tiny);
      Polynomial q = inside.times(new Polynomial(List.of(below.negate(), Exact.ONE)));
      assertTrue(VonNeumann.isSchur(q));
      assertTrue(VonNeumann.isSimple(q.times(polynomial(-1, 0, 0, 0, 1))));
      assertFalse(VonNeumann.isSimple(q.times(polynomial(1, 0, 2, 0, 1))));
    }
  }

  /**
   * The greatest common divisor of products of chosen factors is the product of the common ones.
   */
  @Test
  void commonDivisors() {
    Random random = new Random(3);
    Exact root = SquareRoot.of(Exact.of(2)).orElseThrow();
    for (int i = 0; i < 15; i++) {
      Polynomial common = polynomial(1);
      Polynomial a = polynomial(1);
      Polynomial b = polynomial(1);
      for (int k = 0; k < 9; k++) {
        Exact zero = Exact.of(random.nextInt(1000), 1 + random.nextInt(1000));
        zero = i % 4 == 0 && k % 3 == 0 ? zero.times(root) : zero;
        Polynomial factor = new Polynomial(List.of(zero.plus(Exact.of(k)), Exact.ONE));
        common = k % 3 == 0 ? common.times(factor) : common;
        a = k % 3 != 1 ? a.times(factor) : a;
        b = k % 3 != 2 ? b.times(factor).times(Exact.of(-7, 3)) : b;
      }
      Polynomial gcd = a.gcd(b);
      assertTrue(gcd.dividedBy(common).remainder().isZero());
      assertTrue(a.dividedBy(gcd).remainder().isZero());
      assertTrue(b.dividedBy(gcd).remainder().isZero());
      assertEquals(common, a.times(b).times(common).oddPart().gcd(common.times(common)));
    }
  }

  private static Exact decimal(String number) {
    BigDecimal value = new BigDecimal(number);
    return Exact.of(
        value.scale() < 0
            ? BigFraction.of(value.toBigIntegerExact())
            : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
  }

  @Test
  void numbersWithSignsOfTheirOwnAreBracketed() {
    Exact root = SquareRoot.of(Exact.of(2)).orElseThrow();
    Exact sum = Exact.ONE.plus(root);
    assertEquals("z - (1 + sqrt(2))", new Polynomial(List.of(sum.negate(), Exact.ONE)).toString());
    assertEquals(
        "(1 + sqrt(2)) z - sqrt(2)", new Polynomial(List.of(root.negate(), sum)).toString());
  }

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }

  /** Inside the circle by 2^-9000, and outside by as much: intervals do not tell. */
  @Test
  void rootsNearerToTheCircleThanAnyIntervalAreDecidedExactly() {
    Exact tiny = Exact.ONE.over(Exact.of(2).pow(9000));
    Exact below = tiny.minus(Exact.ONE);
    Polynomial half = new Polynomial(List.of(Exact.of(-1, 2), Exact.ONE));
    assertTrue(VonNeumann.isSchur(new Polynomial(List.of(below, Exact.ONE)).times(half)));
    assertFalse(VonNeumann.isSchur(new Polynomial(List.of(Exact.ONE, below)).times(half)));
  }

  /** z - n is z modulo 1073741783 and 1073741723, the first two primes that are taken. */
  @Test
  void aDivisorModuloTwoPrimesMayBeNone() {
    Polynomial z = new Polynomial(List.of(Exact.ZERO, Exact.ONE));
    Polynomial common = new Polynomial(List.of(Exact.of(-1), Exact.ONE));
    Exact n = Exact.of(1073741783L).times(Exact.of(1073741723L));
    Polynomial other = new Polynomial(List.of(n.negate(), Exact.ONE));
    assertEquals(common, common.times(z).gcd(common.times(other)));
    assertEquals(Polynomial.ONE, z.gcd(other));
  }
}
