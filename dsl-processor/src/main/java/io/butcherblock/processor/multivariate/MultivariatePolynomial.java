package io.butcherblock.processor.multivariate;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A polynomial in several variables with exact coefficients.
 *
 * @param terms the coefficients, none of them 0, by monomial
 */
public record MultivariatePolynomial(NavigableMap<Monomial, Exact> terms) {

  static final MultivariatePolynomial ZERO = new MultivariatePolynomial(new TreeMap<>());
  static final MultivariatePolynomial ONE = constant(Exact.ONE);

  public MultivariatePolynomial {
    NavigableMap<Monomial, Exact> kept = new TreeMap<>(terms);
    kept.values().removeIf(Exact::isZero);
    terms = Collections.unmodifiableNavigableMap(kept);
  }

  static MultivariatePolynomial constant(Exact number) {
    return new MultivariatePolynomial(new TreeMap<>(Map.of(Monomial.ONE, number)));
  }

  static MultivariatePolynomial variable(String name) {
    return new MultivariatePolynomial(new TreeMap<>(Map.of(Monomial.of(name), Exact.ONE)));
  }

  public boolean isZero() {
    return terms.isEmpty();
  }

  boolean isConstant() {
    return isZero() || terms.lastKey().degree() == 0;
  }

  /** The coefficient of the monomial 1. */
  Exact constantTerm() {
    return terms.getOrDefault(Monomial.ONE, Exact.ZERO);
  }

  /** The names of the variables that occur. */
  public SortedSet<String> variables() {
    SortedSet<String> variables = new TreeSet<>();
    terms.keySet().forEach(monomial -> variables.addAll(monomial.powers().keySet()));
    return variables;
  }

  MultivariatePolynomial plus(MultivariatePolynomial other) {
    NavigableMap<Monomial, Exact> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, number) -> sum.merge(monomial, number, Exact::plus));
    return new MultivariatePolynomial(sum);
  }

  MultivariatePolynomial minus(MultivariatePolynomial other) {
    return plus(other.times(Exact.of(-1)));
  }

  MultivariatePolynomial times(Exact factor) {
    return times(constant(factor));
  }

  MultivariatePolynomial times(MultivariatePolynomial other) {
    NavigableMap<Monomial, Exact> product = new TreeMap<>();
    terms.forEach(
        (left, a) ->
            other.terms.forEach(
                (right, b) -> product.merge(left.times(right), a.times(b), Exact::plus)));
    return new MultivariatePolynomial(product);
  }

  MultivariatePolynomial pow(int exponent) {
    MultivariatePolynomial power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  Exact leading() {
    return terms.lastEntry().getValue();
  }

  /** The quotient by a polynomial other than 0, where nothing remains. */
  Optional<MultivariatePolynomial> over(MultivariatePolynomial divisor) {
    MultivariatePolynomial rest = this;
    MultivariatePolynomial quotient = ZERO;
    while (!rest.isZero()) {
      Optional<Monomial> monomial = rest.terms.lastKey().over(divisor.terms.lastKey());
      if (monomial.isEmpty()) {
        return Optional.empty();
      }
      MultivariatePolynomial part =
          new MultivariatePolynomial(
              new TreeMap<>(
                  Map.of(monomial.orElseThrow(), rest.leading().over(divisor.leading()))));
      quotient = quotient.plus(part);
      rest = rest.minus(part.times(divisor));
    }
    return Optional.of(quotient);
  }

  /** The value where all variables that occur are given. */
  public Exact at(Map<String, Exact> values) {
    Exact sum = Exact.ZERO;
    for (Map.Entry<Monomial, Exact> term : terms.entrySet()) {
      Exact product = term.getValue();
      for (Map.Entry<String, Integer> power : term.getKey().powers().entrySet()) {
        product = product.times(values.get(power.getKey()).pow(power.getValue()));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** The same as a polynomial in its only variable. */
  public Polynomial univariate() {
    String variable = isConstant() ? "" : variables().first();
    int degree = terms.keySet().stream().mapToInt(Monomial::degree).max().orElse(0);
    Exact[] coefficients = new Exact[degree + 1];
    Arrays.fill(coefficients, Exact.ZERO);
    terms.forEach((monomial, number) -> coefficients[monomial.power(variable)] = number);
    return new Polynomial(Arrays.asList(coefficients));
  }

  /**
   * The terms in the order in which they are printed: highest powers first, or in the reverse order
   * where that begins with no minus.
   */
  NavigableMap<Monomial, Exact> inPrintedOrder() {
    boolean turned =
        !isZero() && leading().signum() < 0 && terms.firstEntry().getValue().signum() > 0;
    return turned ? terms : terms.descendingMap();
  }

  int bitLength() {
    return terms.values().stream().mapToInt(Exact::bitLength).max().orElse(0);
  }

  /**
   * As a textbook prints it, highest powers first: {@code 3 a^2 - 2 a + 1}; in the reverse order
   * where that begins with no minus: {@code 1 - a}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    inPrintedOrder()
        .forEach(
            (monomial, number) -> {
              boolean negative = number.signum() < 0;
              text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
              Exact size = number.abs();
              String shown = size.isSum() ? "(" + size + ")" : size.toString();
              text.append(
                  monomial.degree() == 0
                      ? shown
                      : size.isOne() ? monomial.toString() : shown + " " + monomial);
            });
    return text.isEmpty() ? "0" : text.toString();
  }
}
