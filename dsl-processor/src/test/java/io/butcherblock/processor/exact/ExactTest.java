package io.butcherblock.processor.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

  private static final int CASES = 300;
  private static final MathContext DIGITS = new MathContext(200);

  static Exact root(long radicand) {
    return SquareRoot.of(Exact.of(radicand)).orElseThrow();
  }

  /** A random sum of rational multiples of some of 1, sqrt(2), sqrt(3), ..., sqrt(30). */
  private static Exact random(Random random) {
    Exact sum = Exact.ZERO;
    for (long radicand : new long[] {1, 2, 3, 5, 6, 10, 15, 30}) {
      if (random.nextBoolean()) {
        Exact factor = Exact.of(random.nextInt(41) - 20, 1 + random.nextInt(12));
        sum = sum.plus(factor.times(root(radicand)));
      }
    }
    return sum;
  }

  @Test
  void rootsAreSimplified() {
    assertEquals("2 sqrt(3)", root(12).toString());
    assertEquals(Exact.of(6), root(36));
    assertEquals("1/2 sqrt(2)", SquareRoot.of(Exact.of(1, 2)).orElseThrow().toString());
    assertEquals(Exact.of(2), root(2).times(root(2)));
    assertEquals("3 sqrt(10)", root(6).times(root(15)).toString());
    assertEquals(root(6), root(2).times(root(3)));
  }

  @Test
  void writtenAsInTextbooks() {
    assertEquals("0", root(3).minus(root(3)).toString());
    assertEquals("-1 - sqrt(2)", Exact.of(-1).minus(root(2)).toString());
    assertEquals(
        "1/2 - sqrt(2) + 3/4 sqrt(5)",
        Exact.of(1, 2).minus(root(2)).plus(root(5).times(Exact.of(3, 4))).toString());
  }

  @Test
  void fieldAxioms() {
    Random random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      Exact a = random(random);
      Exact b = random(random);
      Exact c = random(random);
      assertEquals(a.plus(b), b.plus(a));
      assertEquals(a.times(b), b.times(a));
      assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
      assertEquals(a.times(b).times(c), a.times(b.times(c)));
      assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
      assertEquals(Exact.ZERO, a.minus(a));
      assertEquals(a.hashCode(), a.plus(b).minus(b).hashCode());
      assertEquals(a, a.times(Exact.ONE));
      Executable quotient = () -> a.over(b);
      if (b.isZero()) {
        assertThrows(ArithmeticException.class, quotient);
      } else {
        assertEquals(a, a.over(b).times(b));
        assertEquals(Exact.ONE, b.over(b));
      }
    }
  }

  @Test
  void signsAreThoseOfDecimals() {
    Random random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      Exact a = random(random);
      Exact b = random(random);
      assertEquals(decimal(a).signum(), a.signum(), a::toString);
      assertEquals(decimal(a).compareTo(decimal(b)), a.compareTo(b), () -> a + ", " + b);
      assertEquals(decimal(a).abs().doubleValue(), a.abs().doubleValue());
    }
  }

  /** The value to 200 digits, by other means than an enclosure. */
  private static BigDecimal decimal(Exact number) {
    BigDecimal sum = decimal(number.rationalPart());
    for (BigInteger radicand : number.radicands()) {
      Exact root = root(radicand.longValueExact());
      BigFraction factor = number.times(root).rationalPart().divide(radicand);
      sum = sum.add(decimal(factor).multiply(new BigDecimal(radicand).sqrt(DIGITS)));
    }
    return sum;
  }

  private static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), DIGITS);
  }

  @Test
  void signIsExactWhereDoublesCancel() {
    // (1 + sqrt 2)^-41 by its conjugate: both parts are near 10^15 and the sum is near 10^-16.
    Exact small = root(2).minus(Exact.ONE).pow(41);
    assertEquals(1, small.signum());
    assertEquals(-1, small.negate().signum());
    assertEquals(Math.pow(Math.sqrt(2) - 1, 41), small.doubleValue(), 1e-28);
    assertTrue(small.compareTo(small.times(Exact.of(2))) < 0);
  }

  @Test
  void signOfSumsThatCancelWhollyOrAlmost() {
    Exact nested = SquareRoot.of(Exact.of(5).plus(root(24))).orElseThrow();
    assertTrue(root(2).plus(root(3)).minus(nested).isZero());
    assertEquals(0, root(2).plus(root(3)).compareTo(nested));
    // 6.47890 and 6.47871: the square of the difference of squares decides.
    assertEquals(1, root(10).plus(root(11)).compareTo(root(5).plus(root(18))));
    Exact sum = root(2).plus(root(3)).plus(root(5));
    Exact tiny = Exact.of(BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(30)));
    Exact above = sum.plus(tiny.times(root(7)));
    assertEquals(1, above.compareTo(sum));
    assertEquals(-1, sum.compareTo(above));
    assertEquals(Math.sqrt(7) * 1e-30, above.minus(sum).doubleValue(), 1e-45);
    // (sqrt(3) - sqrt(2))^200, below 10^-99, of terms above 10^98.
    Exact power = root(3).minus(root(2)).pow(200);
    assertEquals(1, power.signum());
    assertEquals(1.0, power.doubleValue() / Math.pow(Math.sqrt(3) + Math.sqrt(2), -200), 1e-12);
  }

  /** (sqrt(2) - 1)^n is b sqrt(2) - a or its negative, each of which is (1 + sqrt(2))^n / 2. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 30, 40, 50, 60, 80, 200})
  void digitsThatAreLeftWhereRootsCancel(int n) {
    BigDecimal right = BigDecimal.valueOf(2).sqrt(DIGITS).subtract(BigDecimal.ONE).pow(n, DIGITS);
    Exact small = root(2).minus(Exact.ONE).pow(n);
    BigDecimal off = small.decimal(MathContext.DECIMAL64).subtract(right);
    assertTrue(off.abs().compareTo(right.movePointLeft(15)) < 0, () -> small + " is not " + right);
    assertEquals(Math.getExponent(right.doubleValue()), small.exponent(), 1);
    Interval enclosure = Interval.of(small, 64);
    assertTrue(enclosure.width().intValueExact() <= 4, enclosure::toString);
  }

  @Test
  void theSimplestFractionIsBetweenTheNumbers() {
    Exact tiny = root(2).minus(Exact.ONE).pow(80);
    for (Exact low : List.of(Exact.of(5), Exact.of(5).plus(tiny), Exact.of(5).minus(tiny))) {
      Exact between = SimplestFraction.between(low, Exact.of(11, 2));
      assertEquals(low.compareTo(Exact.of(5)) < 0 ? Exact.of(5) : Exact.of(16, 3), between);
    }
  }

  @Test
  void doublesAreRoundedOnce() {
    assertEquals(1.0 / 3, Exact.of(1, 3).doubleValue());
    assertEquals(Math.sqrt(2), root(2).doubleValue());
    assertEquals(-2187.0 / 6784, Exact.of(-2187, 6784).doubleValue());
  }

  /** Numbers close to the middle of two doubles, and at last in it. */
  @Test
  void doublesBesideTheMiddleOfTwo() {
    Exact middle = Exact.ONE.plus(Exact.of(1, 1L << 53));
    Exact tiny = Exact.of(BigFraction.of(BigInteger.ONE, BigInteger.TWO.pow(400)));
    double next = Math.nextUp(1.0);
    for (Exact step : List.of(tiny, tiny.times(root(2)), tiny.times(root(5).minus(root(3))))) {
      assertEquals(next, middle.plus(step).doubleValue());
      assertEquals(1.0, middle.minus(step).doubleValue());
      assertEquals(-next, middle.plus(step).negate().doubleValue());
    }
    assertEquals(1.0, middle.doubleValue());
  }

  @Test
  void doublesAreThoseOfDecimals() {
    Random random = new Random(3);
    for (int i = 0; i < CASES; i++) {
      Exact number =
          random(random).times(Exact.of(1 + random.nextInt(1 << 30), 1 + random.nextInt(99)));
      assertEquals(decimal(number).doubleValue(), number.doubleValue(), number::toString);
      BigInteger numerator = new BigInteger(200, random);
      BigInteger denominator = new BigInteger(1 + random.nextInt(300), random).setBit(0);
      BigFraction fraction = BigFraction.of(numerator, denominator);
      assertEquals(decimal(fraction).doubleValue(), Exact.of(fraction).doubleValue());
    }
  }
}
