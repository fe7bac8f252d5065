package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A sum of square roots over one denominator, (n_1 + n_2 sqrt(2) + n_3 sqrt(3) + ...) / m.
 *
 * <p>The roots of different square-free integers are linearly independent over Q (A. S.
 * Besicovitch, J. London Math. Soc. 15, 1940, 3-6). So the sum is 0 only if it is empty, and in
 * lowest terms it has one form. One denominator rather than one for each root saves most of the
 * divisions.
 *
 * @param numerators n_d other than 0 by radicand d, which is free of squares; 1 stands for the
 *     rational part
 * @param denominator m, above 0
 */
record RootSum(SortedMap<BigInteger, BigInteger> numerators, BigInteger denominator) {

  static RootSum of(BigFraction value) {
    return root(value, BigInteger.ONE);
  }

  /** factor sqrt(radicand). */
  static RootSum root(BigFraction factor, BigInteger radicand) {
    // A BigFraction may carry its sign in the denominator.
    BigInteger size = factor.getNumerator().abs();
    SortedMap<BigInteger, BigInteger> numerators = new TreeMap<>();
    if (factor.signum() != 0) {
      numerators.put(radicand, factor.signum() < 0 ? size.negate() : size);
    }
    // A BigFraction is in lowest terms.
    return new RootSum(numerators, factor.getDenominator().abs());
  }

  private static RootSum lowest(
      SortedMap<BigInteger, BigInteger> numerators, BigInteger denominator) {
    numerators.values().removeIf(n -> n.signum() == 0);
    BigInteger common = denominator;
    for (BigInteger numerator : numerators.values()) {
      if (common.equals(BigInteger.ONE)) {
        return new RootSum(numerators, denominator);
      }
      common = common.gcd(numerator);
    }
    BigInteger divisor = common;
    numerators.replaceAll((d, n) -> n.divide(divisor));
    return new RootSum(numerators, denominator.divide(divisor));
  }

  boolean isRational() {
    return numerators.isEmpty() || numerators.lastKey().equals(BigInteger.ONE);
  }

  /** The bits of the longest whole number in it. */
  int bitLength() {
    return numerators.values().stream()
        .mapToInt(BigInteger::bitLength)
        .reduce(denominator.bitLength(), Math::max);
  }

  /** An exponent e such that 2^e is above the size of the sum whatever the signs of its roots. */
  int sizeExponent() {
    BigInteger bound = BigInteger.ONE;
    for (Map.Entry<BigInteger, BigInteger> term : numerators.entrySet()) {
      BigInteger root = term.getKey().sqrt().add(BigInteger.ONE);
      bound = bound.add(term.getValue().abs().multiply(root));
    }
    return bound.bitLength() - denominator.bitLength() + 1;
  }

  /** n_1 / m. */
  BigFraction rationalPart() {
    return coefficient(BigInteger.ONE);
  }

  /** n_d / m. */
  BigFraction coefficient(BigInteger radicand) {
    return BigFraction.of(numerators.getOrDefault(radicand, BigInteger.ZERO), denominator);
  }

  Collection<BigInteger> radicands() {
    return numerators.keySet();
  }

  /** The summands whose radicand a number divides. */
  RootSum partWith(BigInteger divisor) {
    SortedMap<BigInteger, BigInteger> part = new TreeMap<>(numerators);
    part.keySet().removeIf(radicand -> !Radicands.divides(divisor, radicand));
    return lowest(part, denominator);
  }

  RootSum negate() {
    return negateWhere(radicand -> true);
  }

  private RootSum negateWhere(Predicate<BigInteger> negated) {
    SortedMap<BigInteger, BigInteger> result = new TreeMap<>(numerators);
    result.replaceAll((d, n) -> negated.test(d) ? n.negate() : n);
    return new RootSum(result, denominator);
  }

  RootSum plus(RootSum other) {
    BigInteger common = denominator.gcd(other.denominator);
    BigInteger left = other.denominator.divide(common);
    BigInteger right = denominator.divide(common);
    SortedMap<BigInteger, BigInteger> sum = new TreeMap<>(numerators);
    sum.replaceAll((d, n) -> n.multiply(left));
    other.numerators.forEach((d, n) -> sum.merge(d, n.multiply(right), BigInteger::add));
    return lowest(sum, denominator.multiply(left));
  }

  RootSum times(RootSum other) {
    SortedMap<BigInteger, BigInteger> product = new TreeMap<>();
    numerators.forEach(
        (d, n) ->
            other.numerators.forEach(
                (e, m) -> {
                  BigInteger common = d.gcd(e);
                  product.merge(
                      d.divide(common).multiply(e.divide(common)),
                      n.multiply(m).multiply(common),
                      BigInteger::add);
                }));
    return lowest(product, denominator.multiply(other.denominator));
  }

  /**
   * The reciprocal of a sum other than 0. Times its conjugate for one generator, a sum is free of
   * that generator's roots; repeated, it becomes rational.
   */
  RootSum reciprocal() {
    RootSum numerator = of(BigFraction.ONE);
    RootSum norm = this;
    while (!norm.isRational()) {
      BigInteger generator = Radicands.generator(norm.radicands());
      RootSum conjugate = norm.negateWhere(d -> Radicands.divides(generator, d));
      numerator = numerator.times(conjugate);
      norm = norm.times(conjugate);
    }
    return numerator.times(of(norm.rationalPart().reciprocal()));
  }

  /** As a textbook prints it: {@code 1 - 1/2 sqrt(2) + sqrt(3)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    numerators.forEach(
        (d, n) -> {
          boolean negative = n.signum() < 0;
          text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
          text.append(term(coefficient(d).abs(), d));
        });
    return text.isEmpty() ? "0" : text.toString();
  }

  private static String term(BigFraction size, BigInteger radicand) {
    String number =
        size.getDenominator().equals(BigInteger.ONE)
            ? size.getNumerator().toString()
            : size.getNumerator() + "/" + size.getDenominator();
    if (radicand.equals(BigInteger.ONE)) {
      return number;
    }
    return (number.equals("1") ? "" : number + " ") + "sqrt(" + radicand + ")";
  }
}
