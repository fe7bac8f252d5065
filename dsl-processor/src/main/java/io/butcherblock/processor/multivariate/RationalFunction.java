package io.butcherblock.processor.multivariate;

import io.butcherblock.processor.exact.Exact;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A quotient of polynomials with exact coefficients. The denominator is kept as a product of powers
 * of what was divided by, so that no greatest common divisor is needed: the function is 0 where its
 * numerator is the zero polynomial, and a factor is cancelled where it divides the numerator.
 *
 * @param numerator without the factors of the denominator
 * @param factors the exponents of the factors of the denominator, none of them constant, each with
 *     the leading coefficient 1
 */
public record RationalFunction(
    MultivariatePolynomial numerator, Map<MultivariatePolynomial, Integer> factors) {

  public static final RationalFunction ZERO = constant(Exact.ZERO);
  public static final RationalFunction ONE = constant(Exact.ONE);

  public RationalFunction {
    Map<MultivariatePolynomial, Integer> left = new LinkedHashMap<>();
    for (Map.Entry<MultivariatePolynomial, Integer> factor : factors.entrySet()) {
      int power = factor.getValue();
      Optional<MultivariatePolynomial> quotient = numerator.over(factor.getKey());
      while (power > 0 && quotient.isPresent()) {
        numerator = quotient.orElseThrow();
        power--;
        quotient = numerator.over(factor.getKey());
      }
      if (power > 0 && !numerator.isZero()) {
        left.put(factor.getKey(), power);
      }
    }
    factors = Collections.unmodifiableMap(left);
  }

  public static RationalFunction constant(Exact number) {
    return of(MultivariatePolynomial.constant(number));
  }

  public static RationalFunction variable(String name) {
    return of(MultivariatePolynomial.variable(name));
  }

  /** A polynomial as a function. */
  public static RationalFunction of(MultivariatePolynomial polynomial) {
    return new RationalFunction(polynomial, Map.of());
  }

  public boolean isZero() {
    return numerator.isZero();
  }

  /** Whether it is the same number everywhere. */
  public boolean isConstant() {
    return factors.isEmpty() && numerator.isConstant();
  }

  /** The number that a constant function is. */
  public Exact constant() {
    if (!isConstant()) {
      throw new IllegalStateException(this + " is no constant.");
    }
    return numerator.constantTerm();
  }

  /** The names of the variables that occur. */
  public SortedSet<String> variables() {
    SortedSet<String> variables = new TreeSet<>(numerator.variables());
    factors.keySet().forEach(factor -> variables.addAll(factor.variables()));
    return variables;
  }

  public RationalFunction plus(RationalFunction other) {
    if (isConstant() && other.isConstant()) {
      return constant(constant().plus(other.constant()));
    }
    Map<MultivariatePolynomial, Integer> common = new LinkedHashMap<>(factors);
    other.factors.forEach((factor, power) -> common.merge(factor, power, Math::max));
    return new RationalFunction(over(common).plus(other.over(common)), common);
  }

  /** The numerator above a multiple of the denominator. */
  private MultivariatePolynomial over(Map<MultivariatePolynomial, Integer> common) {
    MultivariatePolynomial product = numerator;
    for (Map.Entry<MultivariatePolynomial, Integer> factor : common.entrySet()) {
      int missing = factor.getValue() - factors.getOrDefault(factor.getKey(), 0);
      product = product.times(factor.getKey().pow(missing));
    }
    return product;
  }

  public RationalFunction negate() {
    return new RationalFunction(numerator.times(Exact.of(-1)), factors);
  }

  public RationalFunction minus(RationalFunction other) {
    return plus(other.negate());
  }

  public RationalFunction times(RationalFunction other) {
    if (isConstant() && other.isConstant()) {
      return constant(constant().times(other.constant()));
    }
    Map<MultivariatePolynomial, Integer> product = new LinkedHashMap<>(factors);
    other.factors.forEach((factor, power) -> product.merge(factor, power, Integer::sum));
    return new RationalFunction(numerator.times(other.numerator), product);
  }

  /** The quotient by a function that is not 0 everywhere. */
  public RationalFunction over(RationalFunction other) {
    if (isConstant() && other.isConstant()) {
      return constant(constant().over(other.constant()));
    }
    Exact leading = other.numerator.leading();
    MultivariatePolynomial rest = other.numerator.times(Exact.ONE.over(leading));
    Map<MultivariatePolynomial, Integer> denominator = new LinkedHashMap<>(factors);
    for (String name : rest.variables()) {
      rest = split(rest, MultivariatePolynomial.variable(name), denominator);
    }
    for (MultivariatePolynomial known : factors.keySet()) {
      rest = split(rest, known, denominator);
    }
    if (!rest.isConstant()) {
      denominator.merge(rest, 1, Integer::sum);
    }
    MultivariatePolynomial product = numerator.times(Exact.ONE.over(leading));
    for (Map.Entry<MultivariatePolynomial, Integer> factor : other.factors.entrySet()) {
      product = product.times(factor.getKey().pow(factor.getValue()));
    }
    return new RationalFunction(product, denominator);
  }

  private static MultivariatePolynomial split(
      MultivariatePolynomial polynomial,
      MultivariatePolynomial factor,
      Map<MultivariatePolynomial, Integer> denominator) {
    MultivariatePolynomial rest = polynomial;
    Optional<MultivariatePolynomial> quotient = rest.over(factor);
    while (quotient.isPresent()) {
      rest = quotient.orElseThrow();
      denominator.merge(factor, 1, Integer::sum);
      quotient = rest.over(factor);
    }
    return rest;
  }

  /**
   * The value at a point.
   *
   * @throws ArithmeticException at a pole
   */
  public Exact at(Map<String, Exact> values) {
    return numerator.at(values).over(denominator().at(values));
  }

  /** The denominator, multiplied out. */
  public MultivariatePolynomial denominator() {
    MultivariatePolynomial product = MultivariatePolynomial.ONE;
    for (Map.Entry<MultivariatePolynomial, Integer> factor : factors.entrySet()) {
      product = product.times(factor.getKey().pow(factor.getValue()));
    }
    return product;
  }

  /** The bits of its longest number. */
  public int bitLength() {
    return Math.max(
        numerator.bitLength(),
        factors.keySet().stream().mapToInt(MultivariatePolynomial::bitLength).max().orElse(0));
  }

  /** How many terms it is written with. */
  public int terms() {
    return numerator.terms().size()
        + factors.keySet().stream().mapToInt(factor -> factor.terms().size()).sum();
  }

  /** Whether both are the same function, however their denominators are factored. */
  public boolean isSame(RationalFunction other) {
    return minus(other).isZero();
  }

  /** As a textbook prints it: {@code (a - 1/2)/a}. */
  @Override
  public String toString() {
    if (factors.isEmpty()) {
      return numerator.toString();
    }
    String denominator =
        factors.entrySet().stream()
            .map(
                factor ->
                    bracketed(factor.getKey())
                        + (factor.getValue() == 1 ? "" : "^" + factor.getValue()))
            .collect(Collectors.joining(" "));
    BigInteger common = Exact.commonDenominator(numerator.terms().values());
    boolean whole = common.equals(BigInteger.ONE);
    String below = whole ? denominator : common + " " + denominator;
    return bracketed(numerator.times(Exact.ONE.times(common)))
        + "/"
        + (whole && factors.size() == 1 ? below : "(" + below + ")");
  }

  private static String bracketed(MultivariatePolynomial polynomial) {
    return polynomial.terms().size() > 1 ? "(" + polynomial + ")" : polynomial.toString();
  }
}
