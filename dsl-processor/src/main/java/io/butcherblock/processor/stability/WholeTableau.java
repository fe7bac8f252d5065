package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An explicit tableau without fractions. Row i has the common denominator D_i; entry i of a vector
 * is kept times D_1 ... D_i, which makes it whole whatever the power of A: a product of entries of
 * a lower triangle meets each row once at most.
 */
final class WholeTableau {

  private final RungeKutta scheme;
  private final List<BigInteger> denominators = new ArrayList<>();
  private final List<List<Exact>> rows = new ArrayList<>();
  private final List<Exact> weights;
  private final BigInteger ofWeights;

  WholeTableau(RungeKutta scheme) {
    this.scheme = scheme;
    for (int i = 0; i < scheme.stages(); i++) {
      List<Exact> row = scheme.a().get(i).subList(0, i);
      BigInteger common = Exact.commonDenominator(row);
      denominators.add(common);
      rows.add(row.stream().map(a -> a.times(common)).toList());
    }
    List<Exact> b = Stream.iterate(0, j -> j + 1).limit(scheme.stages()).map(scheme::b).toList();
    ofWeights = Exact.commonDenominator(b);
    weights = b.stream().map(weight -> weight.times(ofWeights)).toList();
  }

  /**
   * Counts what it takes to apply A again and again until nothing is left, and to reduce b^T A^k e
   * to lowest terms each time.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that is more than is left
   */
  void spend(Work work) {
    long entries = rows.stream().flatMap(List::stream).filter(a -> !a.isZero()).count();
    double products = (double) entries * scheme.stages() / 3;
    int longest = denominators.stream().mapToInt(BigInteger::bitLength).max().orElse(1);
    double all = denominators.stream().mapToDouble(BigInteger::bitLength).sum();
    // An entry of a vector is many times as long as that of a row: it is multiplied in parts.
    work.spend(products * Math.max(1, all / 2.0 / longest), longest);
    work.reduce(scheme.stages(), all + ofWeights.bitLength());
  }

  /** The vector e of ones. */
  List<Exact> ones() {
    List<Exact> vector = new ArrayList<>();
    Exact product = Exact.ONE;
    for (BigInteger denominator : denominators) {
      product = product.times(denominator);
      vector.add(product);
    }
    return vector;
  }

  /** A v. */
  List<Exact> applied(List<Exact> vector) {
    return rows.stream().map(row -> sum(row, vector)).toList();
  }

  /** b^T v. */
  Exact weighted(List<Exact> vector) {
    Exact sum = sum(weights, vector);
    Exact product = ones().get(scheme.stages() - 1).times(ofWeights);
    return sum.over(product);
  }

  /** The sum of row_j v_j times the denominators of the rows between. */
  private Exact sum(List<Exact> row, List<Exact> vector) {
    Exact sum = Exact.ZERO;
    for (int j = 0; j < row.size(); j++) {
      if (!sum.isZero() && !denominators.get(j).equals(BigInteger.ONE)) {
        sum = sum.times(denominators.get(j));
      }
      if (!row.get(j).isZero() && !vector.get(j).isZero()) {
        sum = sum.plus(row.get(j).times(vector.get(j)));
      }
    }
    return sum;
  }
}
