package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Radicands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A polynomial with exact coefficients.
 *
 * @param coefficients lowest power first, the last one not 0; empty for the zero polynomial
 */
public record Polynomial(List<Exact> coefficients) {

  public static final Polynomial ONE = new Polynomial(List.of(Exact.ONE));

  public Polynomial {
    int size = coefficients.size();
    while (size > 0 && coefficients.get(size - 1).isZero()) {
      size--;
    }
    coefficients = List.copyOf(coefficients.subList(0, size));
  }

  /** The degree; -1 of the zero polynomial. */
  public int degree() {
    return coefficients.size() - 1;
  }

  /** The coefficient of z^power; 0 above the degree. */
  public Exact coefficient(int power) {
    return power <= degree() ? coefficients.get(power) : Exact.ZERO;
  }

  /** How many independent square roots the coefficients have. */
  public int squareRoots() {
    return Radicands.independent(
        coefficients.stream().map(Exact::radicands).flatMap(List::stream).distinct().toList());
  }

  /**
   * The highest degree at which a sequence of remainders takes seconds and no more, where the
   * coefficients have a number of independent square roots. Measured.
   */
  public static int highestDegree(int squareRoots) {
    return (int) Math.sqrt(1024 >> squareRoots);
  }

  /** The lowest power whose coefficient is not 0; 0 of the zero polynomial. */
  public int lowestPower() {
    int lowest = 0;
    while (lowest < degree() && coefficients.get(lowest).isZero()) {
      lowest++;
    }
    return lowest;
  }

  Exact leading() {
    return coefficients.get(degree());
  }

  public boolean isZero() {
    return coefficients.isEmpty();
  }

  public Exact at(Exact z) {
    Exact value = Exact.ZERO;
    for (int power = degree(); power >= 0; power--) {
      value = value.times(z).plus(coefficients.get(power));
    }
    return value;
  }

  public Polynomial plus(Polynomial other) {
    return new Polynomial(
        IntStream.rangeClosed(0, Math.max(degree(), other.degree()))
            .mapToObj(power -> coefficient(power).plus(other.coefficient(power)))
            .toList());
  }

  public Polynomial times(Exact factor) {
    return new Polynomial(coefficients.stream().map(factor::times).toList());
  }

  public Polynomial times(Polynomial other) {
    Exact[] product = new Exact[Math.max(0, degree() + other.degree() + 1)];
    Arrays.fill(product, Exact.ZERO);
    for (int i = 0; i <= degree(); i++) {
      for (int j = 0; j <= other.degree(); j++) {
        product[i + j] = product[i + j].plus(coefficients.get(i).times(other.coefficients.get(j)));
      }
    }
    return new Polynomial(List.of(product));
  }

  public Polynomial minus(Polynomial other) {
    return plus(other.times(Exact.of(-1)));
  }

  public Polynomial derivative() {
    return new Polynomial(
        IntStream.rangeClosed(1, degree())
            .mapToObj(power -> Exact.of(power).times(coefficients.get(power)))
            .toList());
  }

  /** The quotient by z^k, where the k lowest coefficients are 0. */
  public Polynomial shiftedDown(int k) {
    return new Polynomial(
        coefficients.subList(Math.min(k, coefficients.size()), coefficients.size()));
  }

  /** z^degree p(1/z): the coefficients in reverse. */
  Polynomial reversed() {
    List<Exact> reverse = new ArrayList<>(coefficients);
    Collections.reverse(reverse);
    return new Polynomial(reverse);
  }

  /** Quotient and remainder. */
  public Division dividedBy(Polynomial divisor) {
    Polynomial rest = this;
    Exact[] quotient = new Exact[Math.max(0, degree() - divisor.degree() + 1)];
    Arrays.fill(quotient, Exact.ZERO);
    while (rest.degree() >= divisor.degree()) {
      int shift = rest.degree() - divisor.degree();
      Exact factor = rest.leading().over(divisor.leading());
      quotient[shift] = factor;
      List<Exact> next = new ArrayList<>(rest.coefficients.subList(0, rest.degree()));
      for (int power = 0; power < divisor.degree(); power++) {
        next.set(
            power + shift,
            next.get(power + shift).minus(factor.times(divisor.coefficients.get(power))));
      }
      rest = new Polynomial(next);
    }
    return new Division(new Polynomial(List.of(quotient)), rest);
  }

  /** The result of a division. */
  public record Division(Polynomial quotient, Polynomial remainder) {}

  /** The same roots with leading coefficient 1 or -1, which keeps numbers short. */
  Polynomial normalised() {
    return isZero() ? this : times(Exact.ONE.over(leading().abs()));
  }

  public Polynomial gcd(Polynomial other) {
    Polynomial a = this;
    Polynomial b = other;
    while (!b.isZero()) {
      Polynomial remainder = a.dividedBy(b).remainder().normalised();
      a = b;
      b = remainder;
    }
    return a.normalised();
  }

  /** The product of the different irreducible factors. */
  Polynomial squareFree() {
    return degree() < 1 ? this : dividedBy(gcd(derivative())).quotient();
  }

  /** As a textbook prints it, highest power first: {@code z^2 - 1}. */
  @Override
  public String toString() {
    return text("z");
  }

  /** The same in another variable. */
  public String text(String variable) {
    StringBuilder text = new StringBuilder();
    for (int power = degree(); power >= 0; power--) {
      Exact c = coefficients.get(power);
      if (!c.isZero()) {
        text.append(text.isEmpty() ? (c.signum() < 0 ? "-" : "") : c.signum() < 0 ? " - " : " + ");
        text.append(monomial(c.abs(), power, variable));
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  private static String monomial(Exact size, int power, String variable) {
    String z = power == 0 ? "" : power == 1 ? variable : variable + "^" + power;
    boolean bracketed = power == 0 ? size.isSum() : !size.isRational();
    String number = bracketed ? "(" + size + ")" : size.toString();
    return z.isEmpty() ? number : size.isOne() ? z : number + " " + z;
  }
}
