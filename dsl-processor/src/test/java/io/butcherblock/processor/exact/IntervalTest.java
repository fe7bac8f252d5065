package io.butcherblock.processor.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Results of operations hold those of all numbers in their operands. */
class IntervalTest {

  private static final int CASES = 400;
  private static final int BITS = 10;

  private static Exact number(Random random) {
    return Exact.of(random.nextInt(20_001) - 10_000, 1 + random.nextInt(3000));
  }

  private static Interval interval(Random random) {
    Exact one = number(random);
    Exact other = random.nextInt(4) == 0 ? one : number(random);
    Interval low = Interval.of(one.max(other).equals(one) ? other : one, BITS);
    return new Interval(low.low(), Interval.of(one.max(other), BITS).high(), BITS);
  }

  private static Exact end(BigInteger end) {
    return Exact.ONE.times(end).over(Exact.of(1L << BITS));
  }

  /** The ends, and a number between them. */
  private static List<Exact> numbers(Interval interval) {
    return List.of(end(interval.low()), end(interval.high()), interval.middle());
  }

  private static void assertHolds(Interval interval, Exact number) {
    assertTrue(
        end(interval.low()).compareTo(number) <= 0 && number.compareTo(end(interval.high())) <= 0,
        () -> number + " is not in " + interval);
  }

  private static void check(
      Interval a, Interval b, Interval result, BinaryOperator<Exact> operation) {
    for (Exact x : numbers(a)) {
      for (Exact y : numbers(b)) {
        assertHolds(result, operation.apply(x, y));
      }
    }
  }

  @Test
  void operationsHoldAllResults() {
    Random random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      Interval a = interval(random);
      Interval b = interval(random);
      check(a, b, a.plus(b), Exact::plus);
      check(a, b, a.minus(b), Exact::minus);
      check(a, b, a.times(b), Exact::times);
      if (b.signum() != 0) {
        check(a, b, a.over(b), Exact::over);
      }
      check(a, a, a.abs(), (x, y) -> x.abs());
      check(a, a, a.scaled(-3), (x, y) -> x.over(Exact.of(8)));
      check(a, a, a.times(-7), (x, y) -> x.times(Exact.of(-7)));
    }
  }

  @Test
  void aNumberIsHeldClosely() {
    Random random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      Exact rational = number(random);
      Exact irrational = rational.times(ExactTest.root(1 + random.nextInt(30)));
      for (Exact number : List.of(rational, irrational)) {
        Interval interval = Interval.of(number, BITS);
        assertHolds(interval, number);
        assertTrue(interval.width().intValueExact() <= 4, interval::toString);
      }
    }
    assertEquals(0, Interval.of(Exact.of(3, 4), BITS).width().signum());
  }
}
