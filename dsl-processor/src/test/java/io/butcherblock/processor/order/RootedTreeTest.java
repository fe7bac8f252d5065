package io.butcherblock.processor.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootedTreeTest {

  /** Hairer, N&oslash;rsett, Wanner I, Table II.2.2; OEIS A000081. */
  @Test
  void counts() {
    List<List<RootedTree>> trees =
        IntStream.rangeClosed(1, 10).mapToObj(RootedTree::ofOrder).toList();
    assertEquals(
        List.of(1, 1, 2, 4, 9, 20, 48, 115, 286, 719), trees.stream().map(List::size).toList());
    trees.forEach(ofOneOrder -> assertEquals(ofOneOrder.size(), new HashSet<>(ofOneOrder).size()));
  }

  /** OEIS A000081 again, where the trees themselves would be many. */
  @Test
  void countsOfTheHighestOrders() {
    assertEquals(12486, RootedTree.count(13));
    assertEquals(32973, RootedTree.count(OrderConditions.HIGHEST));
  }

  /**
   * Sum over the trees of order n of n! / (gamma sigma) = (n-1)!, the number of monotone
   * labellings.
   */
  @Test
  void labellings() {
    BigInteger factorial = BigInteger.ONE;
    for (int n = 1; n <= 8; n++) {
      BigInteger last = factorial;
      factorial = factorial.multiply(BigInteger.valueOf(n));
      BigInteger sum = BigInteger.ZERO;
      for (RootedTree tree : RootedTree.ofOrder(n)) {
        sum = sum.add(factorial.divide(tree.density().multiply(tree.symmetry())));
      }
      assertEquals(last, sum, "order " + n);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t           | 1  | 1 | sum b_i
          [t]         | 2  | 1 | sum b_i c_i
          [t t]       | 3  | 2 | sum b_i c_i^2
          [[t]]       | 6  | 1 | sum b_i a_ij c_j
          [t t t]     | 4  | 6 | sum b_i c_i^3
          [[t] t]     | 8  | 1 | sum b_i c_i a_ij c_j
          [[t t]]     | 12 | 2 | sum b_i a_ij c_j^2
          [[[t]]]     | 24 | 1 | sum b_i a_ij a_jk c_k
          [[t] [t]]   | 20 | 2 | sum b_i a_ij c_j a_ik c_k
          """)
  void densitySymmetryAndCondition(String text, int density, int symmetry, String condition) {
    RootedTree tree =
        IntStream.rangeClosed(1, 5)
            .mapToObj(RootedTree::ofOrder)
            .flatMap(List::stream)
            .filter(t -> t.toString().equals(text))
            .findFirst()
            .orElseThrow();
    assertEquals(BigInteger.valueOf(density), tree.density());
    assertEquals(BigInteger.valueOf(symmetry), tree.symmetry());
    assertEquals(condition, new OrderCondition(tree).leftSide());
  }

  /** Another thread may read it meanwhile. */
  @Test
  void aForestStaysAsItIsWhenALargerOneIsGrown() {
    Forest small = Forest.upTo(OrderConditions.HIGHEST);
    Forest larger = Forest.upTo(OrderConditions.HIGHEST + 1);
    assertThrows(IndexOutOfBoundsException.class, () -> small.count(OrderConditions.HIGHEST + 1));
    // The numbers of rooted trees, sequence A000081 of the On-Line Encyclopedia.
    assertEquals(32_973, small.count(14));
    assertEquals(87_811, larger.count(15));
  }
}
