package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Radicands;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.Resultant;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stability function R = P/Q of an implicit Runge-Kutta method, P(z) = det(I - zA + z e b^T)
 * and Q(z) = det(I - zA), and whether the method is A-stable: Q has its zeros in the right half
 * plane, and E(y) = |Q(iy)|^2 - |P(iy)|^2 is nowhere negative (Hairer, Wanner II, section IV.3).
 *
 * @param p without common zero with {@code q}
 * @param q 1 at 0
 */
public record ImplicitStability(Polynomial p, Polynomial q, boolean isAStable) {

  /** A determinant of more stages takes long. */
  private static final int MOST_STAGES = 8;

  /** The function of a method of exact coefficients; empty where it would take too long. */
  public static Optional<ImplicitStability> of(RungeKutta method) {
    if (method.stages() > MOST_STAGES || !method.tolerance().isNone()) {
      return Optional.empty();
    }
    try {
      Work work = new Work();
      work.spend(products(method), 0);
      Polynomial p = determinant(method, /* withWeights= */ true);
      Polynomial q = determinant(method, /* withWeights= */ false);
      Polynomial common = p.gcd(q);
      p = p.dividedBy(common).quotient();
      q = q.dividedBy(common).quotient();
      Exact scale = Exact.ONE.over(q.coefficient(0));
      p = p.times(scale);
      q = q.times(scale);
      return Optional.of(new ImplicitStability(p, q, isAStable(p, q, work)));
    } catch (TooMuchWork e) {
      return Optional.empty();
    }
  }

  /** About how many products the determinants and their divisor take, of fractions of integers. */
  private static double products(RungeKutta method) {
    List<BigInteger> radicands =
        Stream.concat(method.a().stream().flatMap(List::stream), method.weights().stream())
            .flatMap(number -> number.radicands().stream())
            .toList();
    // A number has a summand for each product of independent roots, and a product all pairs.
    double pairs = Math.pow(4, Radicands.independent(radicands));
    return 2 * Math.pow(method.stages(), 5) * pairs;
  }

  /** Whether R(z) tends to 0 as z tends to infinity, besides. */
  public boolean isLStable() {
    return isAStable && p.degree() < q.degree();
  }

  private static Polynomial determinant(RungeKutta method, boolean withWeights) {
    List<List<Polynomial>> matrix = new ArrayList<>();
    for (int i = 0; i < method.stages(); i++) {
      List<Polynomial> row = new ArrayList<>();
      for (int j = 0; j < method.stages(); j++) {
        Exact slope = (withWeights ? method.b(j) : Exact.ZERO).minus(method.a(i, j));
        row.add(new Polynomial(List.of(i == j ? Exact.ONE : Exact.ZERO, slope)));
      }
      matrix.add(row);
    }
    return Resultant.determinant(matrix);
  }

  private static boolean isAStable(Polynomial p, Polynomial q, Work work) {
    Polynomial e = StabilityFunction.squareOnAxis(q).minus(StabilityFunction.squareOnAxis(p));
    return hasZerosOnTheRight(q, work)
        && StabilityInterval.end(e, work) == Double.POSITIVE_INFINITY;
  }

  /** z = (1 + w) / (1 - w) maps the unit disc to the right half plane, and infinity to -1. */
  private static boolean hasZerosOnTheRight(Polynomial q, Work work) {
    Polynomial above = new Polynomial(List.of(Exact.ONE, Exact.ONE));
    Polynomial below = new Polynomial(List.of(Exact.ONE, Exact.of(-1)));
    Polynomial mapped = new Polynomial(List.of());
    for (int k = q.degree(); k >= 0; k--) {
      Polynomial term = new Polynomial(List.of(q.coefficient(k)));
      for (int i = 0; i < q.degree(); i++) {
        term = term.times(i < k ? above : below);
      }
      mapped = mapped.plus(term);
    }
    return mapped.degree() == q.degree() && VonNeumann.isSchur(mapped, work);
  }
}
