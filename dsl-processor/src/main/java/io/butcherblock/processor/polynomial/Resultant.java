package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The resultant of two polynomials in z whose coefficients are polynomials in a parameter: the
 * determinant of Sylvester's matrix, by E. H. Bareiss's elimination without fractions (Math. Comp.
 * 22, 1968, 565-578). It is 0 for the values of the parameter for which the two have a common root,
 * or both lose degree.
 */
public final class Resultant {

  private static final Polynomial ZERO = new Polynomial(List.of());

  /** Products for each entry, of numbers that are kept as fractions. */
  private static final int PRODUCTS = 12;

  private Resultant() {}

  /**
   * The resultant as a polynomial in the parameter, but for a factor: the two are made whole, since
   * fractions would be reduced at each operation.
   *
   * @param p coefficients by power of z, lowest first, the last one not the zero polynomial
   * @param q of the same kind
   * @throws io.butcherblock.processor.exact.TooMuchWork if it would take too long to compute it
   */
  public static Polynomial of(List<Polynomial> p, List<Polynomial> q) {
    int m = p.size() - 1;
    int n = q.size() - 1;
    List<List<Polynomial>> matrix = new ArrayList<>();
    List<Polynomial> first = whole(p);
    List<Polynomial> second = whole(q);
    for (int i = 0; i < n; i++) {
      matrix.add(row(first, i, m + n));
    }
    for (int i = 0; i < m; i++) {
      matrix.add(row(second, i, m + n));
    }
    spend(matrix);
    return determinant(matrix);
  }

  private static List<Polynomial> whole(List<Polynomial> p) {
    List<Exact> numbers =
        p.stream()
            .flatMap(c -> IntStream.rangeClosed(0, c.degree()).mapToObj(c::coefficient))
            .toList();
    Exact common = Exact.ONE.times(Exact.commonDenominator(numbers));
    return p.stream().map(coefficient -> coefficient.times(common)).toList();
  }

  /** In step k of the elimination degrees and lengths are k times those at the beginning. */
  private static void spend(List<List<Polynomial>> matrix) {
    Work work = new Work();
    int size = matrix.size();
    int degree = 0;
    int bits = 0;
    for (List<Polynomial> row : matrix) {
      for (Polynomial entry : row) {
        degree = Math.max(degree, entry.degree());
        bits = Math.max(bits, entry.bitLength());
      }
    }
    for (int k = 1; k < size; k++) {
      double entries = Math.pow(size - k, 2);
      work.spend(PRODUCTS * entries * Math.pow(k * degree + 1, 2), (double) k * bits);
      work.reduce(entries * (k * degree + 1), (double) k * bits);
    }
  }

  private static List<Polynomial> row(List<Polynomial> p, int shift, int size) {
    List<Polynomial> row = new ArrayList<>(Collections.nCopies(size, ZERO));
    for (int i = 0; i < p.size(); i++) {
      row.set(shift + i, p.get(p.size() - 1 - i));
    }
    return row;
  }

  /** The determinant of a square matrix of lists that can be changed, and are. */
  public static Polynomial determinant(List<List<Polynomial>> matrix) {
    int size = matrix.size();
    Polynomial previous = Polynomial.ONE;
    boolean negative = false;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      while (pivot < size && matrix.get(pivot).get(k).isZero()) {
        pivot++;
      }
      if (pivot == size) {
        return ZERO;
      }
      negative ^= pivot != k;
      Collections.swap(matrix, k, pivot);
      Polynomial head = matrix.get(k).get(k);
      for (int i = k + 1; i < size; i++) {
        List<Polynomial> row = matrix.get(i);
        for (int j = k + 1; j < size; j++) {
          Polynomial minor = head.times(row.get(j)).minus(row.get(k).times(matrix.get(k).get(j)));
          row.set(j, minor.dividedBy(previous).quotient());
        }
      }
      previous = head;
    }
    return negative ? ZERO.minus(previous) : previous;
  }
}
