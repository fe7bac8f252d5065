package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sets of square-free integers, seen as elements of the group Q* modulo squares: the field that
 * their square roots generate has degree 2^r over Q, r the number of independent ones.
 */
public final class Radicands {

  private Radicands() {}

  /** The number of independent ones; 1 depends on none. */
  public static int independent(Collection<BigInteger> radicands) {
    List<BigInteger> left = new ArrayList<>(radicands);
    left.removeIf(BigInteger.ONE::equals);
    int independent = 0;
    while (!left.isEmpty()) {
      // Gaussian elimination: the pivot takes the generator out of all others, and is set aside.
      BigInteger generator = generator(left);
      BigInteger pivot = left.stream().filter(d -> divides(generator, d)).findFirst().orElseThrow();
      left.remove(pivot);
      left.replaceAll(d -> divides(generator, d) ? product(d, pivot) : d);
      left.removeIf(BigInteger.ONE::equals);
      independent++;
    }
    return independent;
  }

  /**
   * A number above 1 that each radicand is divisible by or coprime to, and one at least is
   * divisible by. To change the sign of its square root is an automorphism of the field.
   *
   * @param radicands one of them is above 1
   */
  static BigInteger generator(Collection<BigInteger> radicands) {
    BigInteger generator = BigInteger.ONE;
    for (BigInteger radicand : radicands) {
      BigInteger common = generator.gcd(radicand);
      if (generator.equals(BigInteger.ONE)) {
        generator = radicand;
      } else if (!common.equals(BigInteger.ONE)) {
        generator = common;
      }
    }
    return generator;
  }

  static boolean divides(BigInteger divisor, BigInteger number) {
    return number.mod(divisor).signum() == 0;
  }

  /** The radicand of sqrt(d) sqrt(e) = gcd(d, e) sqrt(d e / gcd(d, e)^2). */
  static BigInteger product(BigInteger d, BigInteger e) {
    BigInteger common = d.gcd(e);
    return d.divide(common).multiply(e.divide(common));
  }
}
