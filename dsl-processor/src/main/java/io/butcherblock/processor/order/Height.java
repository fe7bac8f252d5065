package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large the residuals of order conditions can be when they are made whole: that many bits of
 * primes prove one that is 0 modulo each of them to be 0.
 */
final class Height {

  private final RungeKutta tableau;
  private final Work work;

  /** At [n - 1][i], what makes Phi_i whole for all trees of order n. */
  private final List<List<BigInteger>> ofStages = new ArrayList<>();

  /** At [n - 1][i], what makes sum_j a_ij Phi_j whole. */
  private final List<List<BigInteger>> ofBranches = new ArrayList<>();

  Height(RungeKutta tableau, Work work) {
    this.tableau = tableau;
    this.work = work;
  }

  /** The bits of the whole multiples of all residuals of orders 1 to {@code order}. */
  int bits(int order) {
    int bits = 0;
    for (int n = 1; n <= order; n++) {
      grow(n);
      List<BigInteger> stages = ofStages.get(n - 1);
      BigInteger denominator =
          IntStream.range(0, tableau.stages())
              .mapToObj(i -> tableau.b(i).commonDenominator().multiply(stages.get(i)))
              .reduce(BigInteger.ONE, this::common);
      int factorial = n * (32 - Integer.numberOfLeadingZeros(n));
      int size = Math.max(0, exponent(weights()) + (n - 1) * Math.max(0, rows()));
      // One bit more for the right side, and one for the sign.
      bits = Math.max(bits, denominator.bitLength() + factorial + size + 2);
    }
    return bits;
  }

  private void grow(int order) {
    while (ofStages.size() < order) {
      int n = ofStages.size() + 1;
      ofStages.add(
          IntStream.range(0, tableau.stages())
              .mapToObj(
                  i ->
                      IntStream.range(1, n)
                          .mapToObj(k -> branch(k, i).multiply(ofStages.get(n - k - 1).get(i)))
                          .reduce(BigInteger.ONE, this::common))
              .toList());
      ofBranches.add(IntStream.range(0, tableau.stages()).mapToObj(i -> branchOf(n, i)).toList());
    }
  }

  private BigInteger branch(int order, int i) {
    return ofBranches.get(order - 1).get(i);
  }

  private BigInteger branchOf(int order, int i) {
    return IntStream.range(0, tableau.stages())
        .filter(j -> !tableau.a(i, j).isZero())
        .mapToObj(j -> tableau.a(i, j).commonDenominator().multiply(ofStages.get(order - 1).get(j)))
        .reduce(BigInteger.ONE, this::common);
  }

  private BigInteger common(BigInteger m, BigInteger n) {
    if (n.bitLength() == 1 || m.equals(n)) {
      return m;
    }
    work.spend(20, Math.min(m.bitLength(), n.bitLength()));
    return m.divide(m.gcd(n)).multiply(n);
  }

  private List<Exact> weights() {
    return IntStream.range(0, tableau.stages()).mapToObj(tableau::b).toList();
  }

  /** An exponent for the sum of the sizes in any row. */
  private int rows() {
    return tableau.a().stream().mapToInt(Height::exponent).max().orElse(0);
  }

  private static int exponent(List<Exact> numbers) {
    List<Exact> terms = numbers.stream().filter(number -> !number.isZero()).toList();
    int largest = terms.stream().mapToInt(Exact::sizeExponent).max().orElse(0);
    return largest + 32 - Integer.numberOfLeadingZeros(terms.size());
  }
}
