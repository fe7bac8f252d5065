package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stability polynomial of P(EC)^m E. With A = sum (a_j + z b_j) w^(k-1-j) over j at least 0, A*
 * of the predictor likewise, and b = b_(-1), a correction of the value v gives A + z b v, hence
 * p(w, z) = w^k - A (1 + z b + ... + (z b)^(m-1)) - (z b)^m A*.
 */
final class PredictorCorrectorStability {

  private final Multistep scheme;

  /** The coefficient of z^m, a polynomial in w, at [m]. */
  private final List<Polynomial> powers = new ArrayList<>();

  private PredictorCorrectorStability(Multistep scheme) {
    this.scheme = scheme;
  }

  /** The polynomial and its intervals; with one back value p = w - R(z). */
  static Stability of(Multistep scheme) {
    PredictorCorrectorStability stability = new PredictorCorrectorStability(scheme);
    stability.add();
    return scheme.backValues() == 1 ? stability.oneStep() : stability.manySteps();
  }

  private void add() {
    Predictor predictor = scheme.predictor().orElseThrow();
    Exact ahead = scheme.b(-1);
    add(0, power(scheme.backValues()));
    Exact factor = Exact.of(-1);
    for (int i = 0; i < predictor.corrections(); i++) {
      add(scheme.terms(), i, factor);
      factor = factor.times(ahead);
    }
    add(predictor.terms(), predictor.corrections(), factor);
  }

  /** Adds z^power times a right-hand side, without f[n+1]. */
  private void add(List<Term> terms, int power, Exact factor) {
    for (Term term : terms) {
      if (term.back() >= 0) {
        Polynomial back = power(scheme.backValues() - 1 - term.back());
        add(
            term.kind() == Kind.VALUE ? power : power + 1,
            back.times(factor.times(term.coefficient())));
      }
    }
  }

  private void add(int power, Polynomial p) {
    while (powers.size() <= power) {
      powers.add(new Polynomial(List.of()));
    }
    powers.set(power, powers.get(power).plus(p));
  }

  /** w^n. */
  private static Polynomial power(int n) {
    List<Exact> coefficients = new ArrayList<>(Collections.nCopies(n, Exact.ZERO));
    coefficients.add(Exact.ONE);
    return new Polynomial(coefficients);
  }

  private Stability oneStep() {
    Polynomial r = new Polynomial(powers.stream().map(p -> p.coefficient(0).negate()).toList());
    try {
      Work work = new Work();
      return new Stability(
          "R(z) = " + r,
          coefficients(),
          StabilityFunction.realInterval(r, work),
          StabilityFunction.imaginaryInterval(r, work),
          /* isKnown= */ true);
    } catch (TooMuchWork e) {
      return new Stability("R(z) = " + r, coefficients(), Double.NaN, Double.NaN, false);
    }
  }

  private Stability manySteps() {
    String text =
        IntStream.range(0, powers.size())
            .mapToObj(
                m ->
                    "(" + powers.get(m).text("w") + ")" + (m == 0 ? "" : m == 1 ? " z" : " z^" + m))
            .reduce((left, right) -> left + " + " + right)
            .orElseThrow();
    try {
      AxisIntervals intervals = new AxisIntervals(powers, new Work());
      return new Stability(
          "p(w, z) = " + text,
          coefficients(),
          intervals.real(),
          intervals.imaginary(),
          /* isKnown= */ true);
    } catch (TooMuchWork e) {
      return new Stability("p(w, z) = " + text, coefficients(), Double.NaN, Double.NaN, false);
    }
  }

  private List<List<Exact>> coefficients() {
    return powers.stream().map(Polynomial::coefficients).toList();
  }
}
