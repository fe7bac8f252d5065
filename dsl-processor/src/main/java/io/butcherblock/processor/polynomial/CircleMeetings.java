package io.butcherblock.processor.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a polynomial in w, whose coefficients are complex polynomials in a real parameter x, may
 * have a root on the unit circle: the determinant of the matrix of Schur and Cohn, which is
 * |a_n|^(2n) times the product of all 1 - w_i conj(w_j) (Marden, Geometry of Polynomials, section
 * 43).
 */
public final class CircleMeetings {

  private static final Polynomial ZERO = new Polynomial(List.of());

  /** re(x) + i im(x). */
  public record Coefficient(Polynomial re, Polynomial im) {

    /** The product with the conjugate of another one. */
    private Coefficient timesConjugate(Coefficient other) {
      return new Coefficient(
          re.times(other.re).plus(im.times(other.im)),
          im.times(other.re).minus(re.times(other.im)));
    }

    private Coefficient plus(Coefficient other) {
      return new Coefficient(re.plus(other.re), im.plus(other.im));
    }

    private Coefficient minus(Coefficient other) {
      return new Coefficient(re.minus(other.re), im.minus(other.im));
    }
  }

  private CircleMeetings() {}

  /**
   * A polynomial in x that is 0 wherever a root lies on the circle, and elsewhere perhaps; the zero
   * polynomial where two roots w and 1 / conj(w) are there for every x.
   *
   * @param p coefficients by power of w, the last without zero
   */
  public static Polynomial of(List<Coefficient> p) {
    int n = p.size() - 1;
    boolean isReal = p.stream().allMatch(coefficient -> coefficient.im().isZero());
    List<List<Polynomial>> matrix = new ArrayList<>();
    for (int half = 0; half < (isReal ? 1 : 2); half++) {
      for (int i = 0; i < n; i++) {
        List<Polynomial> row = new ArrayList<>();
        List<Polynomial> right = new ArrayList<>();
        for (int j = 0; j < n; j++) {
          Coefficient entry = entry(p, i, j);
          // Re -Im above Im Re, whose determinant is the square of that of Re + i Im.
          row.add(half == 0 ? entry.re() : entry.im());
          right.add(half == 0 ? ZERO.minus(entry.im()) : entry.re());
        }
        if (!isReal) {
          row.addAll(right);
        }
        matrix.add(row);
      }
    }
    return Resultant.determinant(matrix);
  }

  private static Coefficient entry(List<Coefficient> p, int i, int j) {
    int n = p.size() - 1;
    Coefficient sum = new Coefficient(ZERO, ZERO);
    for (int l = 0; l <= Math.min(i, j); l++) {
      sum =
          sum.plus(p.get(n - j + l).timesConjugate(p.get(n - i + l)))
              .minus(p.get(i - l).timesConjugate(p.get(j - l)));
    }
    return sum;
  }
}
