package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The order condition of one tree: sum_i b_i Phi_i(t) = 1 / gamma(t) (Hairer, N&oslash;rsett,
 * Wanner I, Theorem II.2.13).
 */
public record OrderCondition(RootedTree tree) {

  private static final String INDICES = "ijklmnopqrstuvwxyz";

  /** 1 / gamma. */
  public Exact rightSide() {
    return Exact.of(BigFraction.of(BigInteger.ONE, tree.density()));
  }

  /** The left side in textbook letters: {@code sum b_i a_ij c_j}, with c_i = sum_j a_ij. */
  public String leftSide() {
    List<String> factors = new ArrayList<>(List.of("b_i"));
    write(tree, 0, new int[] {0}, factors);
    return "sum " + String.join(" ", factors);
  }

  private static void write(RootedTree at, int index, int[] used, List<String> factors) {
    long leaves = at.children().stream().filter(RootedTree.LEAF::equals).count();
    if (leaves > 0) {
      factors.add("c_" + letter(index) + (leaves > 1 ? "^" + leaves : ""));
    }
    for (RootedTree child : at.children()) {
      if (!child.equals(RootedTree.LEAF)) {
        int next = ++used[0];
        factors.add("a_" + letter(index) + letter(next));
        write(child, next, used, factors);
      }
    }
  }

  private static char letter(int index) {
    return INDICES.charAt(index);
  }
}
